package dev.mimokit.core.quota;

import org.jspecify.annotations.Nullable;

/*
 * One account's use of one model: requests, tokens and concurrency, decided together or not at all.
 *
 * Three separate atomics with a refund are not sound: a request can be refused because of another that is itself being
 * refused and has not given its permit back yet. So every decision is one critical section, which is short, never
 * blocks, and holds no clock: the caller reads time once and hands it in.
 *
 * A hammering client is the contended case that matters. While the request limit is full nothing changes until the
 * oldest request leaves, so the refusal itself is published and answers without the monitor or an allocation. It stays
 * true for requests of at most `headroom` tokens; charging more tokens than were reserved, and restore, withdraw it.
 */
/**
 * Decides whether a request may start, with the exact wait when it may not. Thread-safe; refusals
 * on a full request limit are wait-free and allocate nothing.
 */
public final class QuotaLimiter {

  private final Quota quota;

  private final Window window;

  private int inFlight;

  private long latestNanos;

  private int generation;

  private volatile @Nullable Rejected standing;

  /**
   * Starts with nothing used.
   *
   * @param anchorNanos an edge of the calendar windows, and not later than any instant asked about
   */
  public QuotaLimiter(Quota quota, long anchorNanos) {
    this.quota = quota;
    this.latestNanos = anchorNanos;
    long nanos = quota.window().toNanos();
    this.window =
        switch (quota.windowKind()) {
          case SLIDING_LOG -> new SlidingLog(nanos);
          case CALENDAR -> new CalendarWindow(nanos, anchorNanos);
        };
  }

  /** The limits that are decided here. */
  public Quota quota() {
    return quota;
  }

  /**
   * Admits a request that will use {@code tokens} tokens, or says why not; a refusal charges
   * nothing. Instants may arrive out of order: an earlier one is taken as the latest seen.
   */
  public Admission tryAcquire(long nowNanos, long tokens) {
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + tokens);
    }
    Rejected known = standing;
    if (known != null && known.covers(nowNanos, tokens)) {
      return known;
    }
    synchronized (this) {
      return decide(advance(nowNanos), tokens);
    }
  }

  private Admission decide(long now, long tokens) {
    if (tokens > quota.tokens()) {
      return Rejected.NEVER;
    }
    boolean requestsFull = window.requests() >= quota.requests();
    boolean tokensFull = window.tokens() > quota.tokens() - tokens;
    if (requestsFull || tokensFull) {
      return reject(requestsFull, tokensFull, tokens);
    }
    if (inFlight >= quota.concurrency()) {
      return Rejected.CONCURRENCY;
    }
    inFlight++;
    return new Lease(this, window.charge(now, tokens), tokens, generation);
  }

  private Rejected reject(boolean requestsFull, boolean tokensFull, long tokens) {
    if (!tokensFull) {
      Rejected full = Rejected.requestsUntil(requestsLeaveAt(), quota.tokens() - window.tokens());
      standing = full;
      return full;
    }
    long tokensAt = window.tokensLeaveAt(window.tokens() - (quota.tokens() - tokens));
    if (!requestsFull) {
      return Rejected.until(tokensAt, Rejected.TOKENS);
    }
    return Rejected.until(later(requestsLeaveAt(), tokensAt), Rejected.BOTH);
  }

  private long requestsLeaveAt() {
    return window.requestsLeaveAt(window.requests() - quota.requests() + 1);
  }

  private static long later(long a, long b) {
    return a - b > 0 ? a : b;
  }

  private long advance(long nowNanos) {
    latestNanos = later(nowNanos, latestNanos);
    window.advance(latestNanos);
    return latestNanos;
  }

  synchronized boolean end(Lease lease, long nowNanos, long usedTokens) {
    if (!lease.open) {
      return false;
    }
    lease.open = false;
    if (lease.generation == generation) {
      long now = advance(nowNanos);
      inFlight--;
      if (usedTokens > lease.reserved) {
        standing = null;
      }
      window.correct(now, lease.ticket, lease.reserved, usedTokens);
    }
    return true;
  }

  /** What is remembered at {@code nowNanos}. */
  public synchronized QuotaState snapshot(long nowNanos) {
    long now = advance(nowNanos);
    return new QuotaState(window.charges(now), inFlight, window.age(now));
  }

  /**
   * Sets the memory as if the charges of {@code state} had happened: the phase of the window is
   * chosen, nothing is scaled. Leases granted before no longer count.
   */
  public synchronized void restore(long nowNanos, QuotaState state) {
    long now = advance(nowNanos);
    generation++;
    inFlight = state.inFlight();
    window.restore(now, state);
    standing = null;
  }
}
