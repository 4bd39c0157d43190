package dev.mimokit.core.plan;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.sim.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One reading of "per minute", which no page explains (ASSUMED either way).
 *
 * @param name as typed and printed: {@code sliding-log}
 * @param grain of token buckets and sub-windows, as {@link Counting} explains
 */
public record Hypothesis(String name, WindowKind kind, Duration grain) {

  private static final Duration GCRA_GRAIN = Duration.ofNanos(1);

  /**
   * All: {@code sliding-log}, {@code calendar}, {@code fixed-from-first}, {@code sliding-counter},
   * {@code token-bucket} with a burst of the whole limit, {@code sub-windows} of 1 s, and {@code
   * gcra}, a bucket with a burst of one.
   */
  public static List<Hypothesis> all() {
    return List.of(
        of(WindowKind.SLIDING_LOG),
        of(WindowKind.CALENDAR),
        of(WindowKind.FIXED_FROM_FIRST),
        of(WindowKind.SLIDING_COUNTER),
        of(WindowKind.TOKEN_BUCKET),
        of(WindowKind.SUB_WINDOWS),
        new Hypothesis("gcra", WindowKind.TOKEN_BUCKET, GCRA_GRAIN));
  }

  /** With that kind's own grain. */
  public static Hypothesis of(WindowKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Hypothesis(name, kind, Counting.over(kind).grain());
  }

  /** The one of that name. */
  public static Optional<Hypothesis> named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** What a scenario assumes. */
  public static Hypothesis of(Scenario scenario) {
    Counting counting = scenario.supply().quota().counting();
    return all().stream()
        .filter(one -> one.kind() == counting.windowKind() && one.grain().equals(counting.grain()))
        .findFirst()
        .orElseGet(
            () ->
                new Hypothesis(
                    of(counting.windowKind()).name(), counting.windowKind(), counting.grain()));
  }

  /** The same scenario, if this were true. */
  public Scenario on(Scenario scenario) {
    Quota quota = scenario.supply().quota();
    Counting now = quota.counting();
    Counting counting = new Counting(kind, grain, now.accounting(), now.countRefused());
    return scenario.with(
        new Quota(quota.requests(), quota.tokens(), quota.concurrency(), quota.window(), counting));
  }
}
