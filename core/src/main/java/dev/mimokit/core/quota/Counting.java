package dev.mimokit.core.quota;

import java.time.Duration;

/**
 * How a quota counts: over which span, with which grain, which tokens, and whether refused requests
 * count as requests.
 *
 * @param grain how finely {@link WindowKind#TOKEN_BUCKET} and {@link WindowKind#SUB_WINDOWS} spread
 *     requests: at most the limit's share of this long, and at least one, may come at once. Longer
 *     than the window means the window. Other kinds have no grain.
 * @param countRefused whether a refused request is charged as one request without tokens, so that a
 *     client that never waits is never admitted again
 */
public record Counting(
    WindowKind windowKind, Duration grain, TokenAccounting accounting, boolean countRefused) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Refuses a grain that is not positive. */
  public Counting {
    if (grain.isZero() || grain.isNegative()) {
      throw new IllegalArgumentException("grain must be positive: " + grain);
    }
  }

  /** That window, reserve and settle, refused requests not counted. Sub-windows are a second. */
  public static Counting over(WindowKind windowKind) {
    Duration grain = windowKind == WindowKind.SUB_WINDOWS ? SECOND : MINUTE;
    return new Counting(windowKind, grain, TokenAccounting.RESERVE_AND_SETTLE, false);
  }
}
