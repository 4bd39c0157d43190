package dev.mimokit.core.retry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps a client's own attempts apart so that it stays inside a known quota instead of running into
 * refusals: at most {@code permits} attempts per {@code window}, evenly spaced after a burst.
 * Thread-safe and lock-free.
 */
public final class Pacer {

  private final long spacingNanos;
  private final long burstNanos;
  private final AtomicLong nextFree;

  /**
   * Starts with the whole burst available.
   *
   * @param burst attempts that may start together; at least 1
   * @param startNanos not later than any instant asked about
   */
  public Pacer(int permits, Duration window, int burst, long startNanos) {
    if (permits < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "permits and burst must be at least 1: " + permits + ", " + burst);
    }
    this.spacingNanos = Math.max(1, window.toNanos() / permits);
    this.burstNanos = spacingNanos * (burst - 1L);
    this.nextFree = new AtomicLong(startNanos - burstNanos);
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
