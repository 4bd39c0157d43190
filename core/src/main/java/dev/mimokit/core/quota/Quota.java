package dev.mimokit.core.quota;

import java.time.Duration;

/**
 * What one account may use of one model: {@code requests} and {@code tokens} within {@code window},
 * and {@code concurrency} requests in flight. All at least 1; a maximum value stands for "no
 * limit".
 */
public record Quota(
    int requests, long tokens, int concurrency, Duration window, WindowKind windowKind) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Refuses limits below 1 and windows that are not positive. */
  public Quota {
    atLeastOne("requests", requests);
    atLeastOne("tokens", tokens);
    atLeastOne("concurrency", concurrency);
    if (window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException("window must be positive: " + window);
    }
  }

  /** Limits per minute, as the page states them. */
  public static Quota perMinute(int requests, long tokens, int concurrency, WindowKind windowKind) {
    return new Quota(requests, tokens, concurrency, MINUTE, windowKind);
  }

  /** No limit at all: everything is admitted. */
  public static Quota unlimited() {
    return perMinute(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, WindowKind.CALENDAR);
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
  }
}
