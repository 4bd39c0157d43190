package dev.mimokit.bench.run;

import dev.mimokit.bench.quota.LimiterQuestions;
import dev.mimokit.bench.ratio.Question;
import dev.mimokit.bench.tokens.TokenQuestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The suites that can be asked for by name. */
public enum Suite {
  /** What a decision of the limiter costs, against other limiters and one reading of the clock. */
  LIMITER("dev\\.mimokit\\.bench\\.quota\\..*"),
  /** How fast tokens are counted and estimated, against other tokenizers and reading alone. */
  TOKENS("dev\\.mimokit\\.bench\\.tokens\\..*"),
  /** How punctual many paced streams are, on servers as {@code serve} starts them. */
  STREAMS(""),
  /** What a chat completion costs beside a bare Jetty; start and idle memory of {@code serve}. */
  HTTP(""),
  /** How fast the planner simulates a week, in which memory, and a sweep on two cores. */
  PLANNER("");

  private final String include;

  /**
   * @param include which classes JMH runs; empty for a probe, which needs processes and no JMH
   */
  Suite(String include) {
    this.include = include;
  }

  String include() {
    return include;
  }

  /** What is asked in turns; nothing for a probe. */
  List<Question> questions() {
    return switch (this) {
      case LIMITER -> LimiterQuestions.all();
      case TOKENS -> TokenQuestions.all();
      case STREAMS, HTTP, PLANNER -> List.of();
    };
  }

  /** Whether processes are measured from outside, instead of methods by JMH. */
  public boolean isProbe() {
    return include.isEmpty();
  }

  /** As typed: {@code limiter}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The suites of those ids, all when there are none; refuses an unknown one by name. */
  public static List<Suite> named(List<String> ids) {
    return ids.isEmpty() ? List.of(values()) : ids.stream().distinct().map(Suite::named).toList();
  }

  private static Suite named(String id) {
    return Arrays.stream(values())
        .filter(suite -> suite.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown benchmark suite '" + id + "': expected " + ids()));
  }

  private static String ids() {
    return Arrays.stream(values()).map(Suite::id).collect(Collectors.joining(", "));
  }
}
