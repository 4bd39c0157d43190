package dev.mimokit.core.retry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how many of all attempts may be retries, over all calls of a client: each success earns a
 * share of a retry, each retry costs one, and an outage therefore stops being multiplied.
 * Thread-safe and lock-free.
 */
public final class RetryBudget {

  private static final long ONE_RETRY = 1_000;

  /** A retry for ten successes, as in the SRE book, Handling Overload. */
  private static final double USUAL_RATIO = 0.1;

  /** A client with few calls outlives what passes soon. */
  private static final int USUAL_RESERVE = 10;

  private final long earnedPerSuccess;
  private final long capacity;
  private final AtomicLong balance;

  /**
   * Starts full.
   *
   * @param ratio retries earned by one success, in [0, 1]
   * @param reserve retries that may be spent before any success; at least 0
   */
  public RetryBudget(double ratio, int reserve) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("ratio must be within 0..1: " + ratio);
    }
    if (reserve < 0) {
      throw new IllegalArgumentException("reserve must not be negative: " + reserve);
    }
    this.earnedPerSuccess = Math.round(ratio * ONE_RETRY);
    this.capacity = reserve * ONE_RETRY;
    this.balance = new AtomicLong(capacity);
  }

  /** Full, of the usual size: one retry for ten successes, ten before the first. */
  public static RetryBudget usual() {
    return new RetryBudget(USUAL_RATIO, USUAL_RESERVE);
  }

  /** A call succeeded. */
  public void earn() {
    balance.accumulateAndGet(earnedPerSuccess, (had, earned) -> Math.min(capacity, had + earned));
  }

  /** Takes one retry if the budget has it. */
  public boolean trySpend() {
    long had = balance.getAndUpdate(now -> now >= ONE_RETRY ? now - ONE_RETRY : now);
    return had >= ONE_RETRY;
  }
}
