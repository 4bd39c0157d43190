package dev.mimokit.core.quota;

/**
 * The most requests that several limiters may have in flight together: an account's, over all
 * models. Limiters that share one decide one after another, so that a request is never refused
 * because of another that is being refused itself. Thread-safe.
 */
public final class ConcurrencyCap extends BriefLock {

  private final int limit;
  private int inFlight;

  /** At most {@code limit}, at least 1. */
  public ConcurrencyCap(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("concurrency must be at least 1: " + limit);
    }
    this.limit = limit;
  }

  /** Requests in flight, of all limiters that share this. */
  public int inFlight() {
    lock();
    try {
      return inFlight;
    } finally {
      unlock();
    }
  }

  /** Under the lock. */
  boolean isFull() {
    return inFlight >= limit;
  }

  /** Under the lock. */
  void move(int difference) {
    inFlight += difference;
  }
}
