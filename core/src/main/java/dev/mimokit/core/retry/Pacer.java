package dev.mimokit.core.retry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps a client's own attempts apart so that it stays inside a known quota instead of running into
 * refusals: at most {@code permits} attempts within any span of {@code window}, whatever its kind.
 * A burst may start together; it is paid for by a wider spacing afterwards. Thread-safe and
 * lock-free.
 */
public final class Pacer {

  private final long spacingNanos;
  private final long burstNanos;
  private final AtomicLong nextFree;

  /**
   * Starts with the whole burst available.
   *
   * @param burst attempts that may start together; at least 1, at most {@code permits}
   * @param startNanos not later than any instant asked about
   */
  public Pacer(int permits, Duration window, int burst, long startNanos) {
    if (burst < 1 || permits < burst) {
      throw new IllegalArgumentException(
          "burst must be within 1..permits: " + burst + " of " + permits);
    }
    this.spacingNanos = roundedUp(window.toNanos(), permits - burst + 1L);
    this.burstNanos = spacingNanos * (burst - 1L);
    this.nextFree = new AtomicLong(startNanos - burstNanos);
  }

  private static long roundedUp(long nanos, long parts) {
    return Math.max(1, (nanos + parts - 1) / parts);
  }

  /** Takes the next permit and answers how long to wait for it; 0 when it is due now. */
  public long reserve(long nowNanos) {
    long taken = nextFree.getAndUpdate(next -> startFrom(next, nowNanos) + spacingNanos);
    return Math.max(0, startFrom(taken, nowNanos) - nowNanos);
  }

  private long startFrom(long next, long nowNanos) {
    long earliest = nowNanos - burstNanos;
    return next - earliest > 0 ? next : earliest;
  }
}
