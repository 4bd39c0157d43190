package dev.mimokit.core.quota;

/**
 * An admitted attempt's hold on one permit and its tokens. It ends exactly once, by {@link #settle}
 * or {@link #cancel}; whatever is called later does nothing. Thread-safe.
 */
public final class Lease implements Admission {

  final long ticket;
  final long reserved;
  final int generation;
  private final QuotaLimiter limiter;
  boolean open = true;

  Lease(QuotaLimiter limiter, long ticket, long reserved, int generation) {
    this.limiter = limiter;
    this.ticket = ticket;
    this.reserved = reserved;
    this.generation = generation;
  }

  /** Tokens charged at admission. */
  public long reservedTokens() {
    return reserved;
  }

  /**
   * Ends the attempt and replaces the tokens charged at admission by {@code usedTokens}. When the
   * admission has already left the window, only what exceeds it is charged, now: long streams are
   * not free.
   *
   * @return whether this call ended the lease
   */
  public boolean settle(long nowNanos, long usedTokens) {
    if (usedTokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + usedTokens);
    }
    return limiter.end(this, nowNanos, usedTokens);
  }

  /**
   * Ends the attempt without tokens, because nothing was sent. The request itself stays counted: it
   * was initiated.
   *
   * @return whether this call ended the lease
   */
  public boolean cancel(long nowNanos) {
    return limiter.end(this, nowNanos, 0);
  }
}
