package dev.mimokit.core.quota;

/**
 * An admitted attempt's hold on one permit and its tokens. It ends exactly once, by {@link #settle}
 * or {@link #cancel}; whatever is called later does nothing. Thread-safe.
 */
public final class Lease implements Admission {

  final Era era;
  final long ticket;

  /** Its complement once this has ended; a flag of its own would cost eight bytes a lease. */
  private long reserved;

  Lease(Era era, long ticket, long reserved) {
    this.era = era;
    this.ticket = ticket;
    this.reserved = reserved;
  }

  /** Tokens charged at admission. */
  public long reservedTokens() {
    long now = reserved;
    return now < 0 ? ~now : now;
  }

  /** Ends it, under the limiter's lock; false when it has ended before. */
  boolean close() {
    if (reserved < 0) {
      return false;
    }
    reserved = ~reserved;
    return true;
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
    return era.limiter.end(this, nowNanos, usedTokens);
  }

  /**
   * Ends the attempt without tokens, because nothing was sent. The request itself stays counted: it
   * was initiated.
   *
   * @return whether this call ended the lease
   */
  public boolean cancel(long nowNanos) {
    return era.limiter.end(this, nowNanos, 0);
  }
}
