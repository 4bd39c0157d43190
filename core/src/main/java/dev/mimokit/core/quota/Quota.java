package dev.mimokit.core.quota;

import java.time.Duration;

/**
 * What one account may use of one model: {@code requests} and {@code tokens} within {@code window},
 * and {@code concurrency} requests in flight. All at least 1; a maximum value stands for "no
 * limit".
 */
public record Quota(
    int requests, long tokens, int concurrency, Duration window, Counting counting) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * Refuses limits below 1, windows that are not positive, and odd limits of token buckets above
   * some 10^8 a minute.
   */
  public Quota {
    atLeastOne("requests", requests);
    atLeastOne("tokens", tokens);
    atLeastOne("concurrency", concurrency);
    if (window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException("window must be positive: " + window);
    }
    if (counting.windowKind() == WindowKind.TOKEN_BUCKET) {
      countable("requests", requests, Integer.MAX_VALUE, window);
      countable("tokens", tokens, Long.MAX_VALUE, window);
    }
  }

  /** Counted as {@link Counting#over} says. */
  public Quota(int requests, long tokens, int concurrency, Duration window, WindowKind windowKind) {
    this(requests, tokens, concurrency, window, Counting.over(windowKind));
  }

  /** Limits per minute, as the page states them. */
  public static Quota perMinute(int requests, long tokens, int concurrency, WindowKind windowKind) {
    return perMinute(requests, tokens, concurrency, Counting.over(windowKind));
  }

  /** Limits per minute, counted so. */
  public static Quota perMinute(int requests, long tokens, int concurrency, Counting counting) {
    return new Quota(requests, tokens, concurrency, MINUTE, counting);
  }

  /** No limit at all: everything is admitted. */
  public static Quota unlimited() {
    return perMinute(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, WindowKind.CALENDAR);
  }

  /** The span that is counted over. */
  public WindowKind windowKind() {
    return counting.windowKind();
  }

  long windowNanos() {
    return window.toNanos();
  }

  /** The grain, but never longer than the window. */
  long grainNanos() {
    Duration grain = counting.grain();
    return (grain.compareTo(window) > 0 ? window : grain).toNanos();
  }

  private static void countable(String name, long limit, long none, Duration window) {
    if (!Bucket.canCount(limit, none, window.toNanos())) {
      throw new IllegalArgumentException(
          name + " are more than a token bucket can count exactly in " + window + ": " + limit);
    }
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
  }
}
