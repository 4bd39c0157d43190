package dev.mimokit.core.pace;

import java.time.Duration;

/** How fast an answer comes; it gives every answer a {@link Timetable}. Pure and thread-safe. */
public sealed interface Pacing {

  /**
   * The timetable of one answer.
   *
   * @param promptTokens tokens of the prompt, which may delay the first token
   * @param seed of this answer; the same seed gives the same timetable
   */
  Timetable timetable(long promptTokens, long seed);

  /** Everything is due at once. */
  static Pacing off() {
    return new Off();
  }

  /** The first event after {@code ttft}, each other one {@code interToken} after the one before. */
  static Pacing fixed(Duration ttft, Duration interToken) {
    return new Fixed(ttft.toNanos(), interToken.toNanos());
  }

  /**
   * The pace a model shows, told from its id: 1,000 tokens a second for ultraspeed, 90 for Flash,
   * 45 for Pro, 60 for the others. No page states a pace: the profile is ASSUMED from published
   * timings, such as 339 tokens in 8 s on the page's own {@code mimo-v2.5-pro} stream.
   */
  static Pacing documented(String modelId) {
    return new Documented(tokensPerSecond(modelId));
  }

  private static int tokensPerSecond(String modelId) {
    if (modelId.contains("ultraspeed")) {
      return 1000;
    }
    if (modelId.contains("flash")) {
      return 90;
    }
    return modelId.contains("pro") ? 45 : 60;
  }

  /** No waiting at all. */
  record Off() implements Pacing {

    @Override
    public Timetable timetable(long promptTokens, long seed) {
      return new Timetable(0, 0);
    }
  }

  /** The same for every answer. */
  record Fixed(long ttftNanos, long interTokenNanos) implements Pacing {

    /** Refuses negative spans. */
    public Fixed {
      if (ttftNanos < 0 || interTokenNanos < 0) {
        throw new IllegalArgumentException(
            "pacing must not be negative: ttft "
                + ttftNanos
                + " ns, inter-token "
                + interTokenNanos
                + " ns");
      }
    }

    @Override
    public Timetable timetable(long promptTokens, long seed) {
      return new Timetable(ttftNanos, interTokenNanos);
    }
  }

  /**
   * A first token after a lognormal wait, median 0.8 s and p95 3 s, and 0.15 s more for every
   * 10,000 prompt tokens; then a steady decode (all ASSUMED).
   *
   * @param tokensPerSecond of the decode, at least 1
   */
  record Documented(int tokensPerSecond) implements Pacing {

    private static final double MEDIAN_TTFT_NANOS = 0.8e9;
    private static final double P95_TTFT_NANOS = 3e9;

    /** The standard normal distribution's 95th percentile. */
    private static final double Z95 = 1.6448536269514722;

    private static final double SIGMA = StrictMath.log(P95_TTFT_NANOS / MEDIAN_TTFT_NANOS) / Z95;
    private static final long PREFILL_NANOS_PER_TOKEN = 15_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    /** Refuses a decode that never ends. */
    public Documented {
      if (tokensPerSecond < 1) {
        throw new IllegalArgumentException(
            "tokensPerSecond must be at least 1: " + tokensPerSecond);
      }
    }

    @Override
    public Timetable timetable(long promptTokens, long seed) {
      double wait = MEDIAN_TTFT_NANOS * StrictMath.exp(SIGMA * Normal.draw(seed));
      long prefill = promptTokens * PREFILL_NANOS_PER_TOKEN;
      return new Timetable(Math.round(wait) + prefill, SECOND_NANOS / tokensPerSecond);
    }
  }
}
