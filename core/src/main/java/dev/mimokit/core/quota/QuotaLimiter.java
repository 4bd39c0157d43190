package dev.mimokit.core.quota;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/*
 * One account's use of one model: requests, tokens and concurrency, decided together or not at all.
 *
 * Three separate atomics with a refund are not sound: a request can be refused because of another that is itself being
 * refused and has not given its permit back yet. So every decision is one critical section, which is short, never
 * blocks, and holds no clock: the caller reads time once and hands it in.
 *
 * A hammering client is the contended case that matters. A refusal stays true until something is charged or given
 * back, or its time has come, so the last one is published with the requests it is true of, and answers these without
 * the lock or an allocation:
 *
 *   [RPM]          any request up to the headroom; withdrawn when more tokens are charged than were reserved
 *   [TPM], both    requests of that many tokens; withdrawn by every admission and every end
 *   [CONCURRENCY]  any request up to the headroom; withdrawn by every end
 *
 * Where refused requests count, every refusal changes what the next one says, and none is published.
 *
 * An idle limiter can be retired. Whoever still holds it is sent on to its successor, so that nothing is admitted by
 * both: the retired one was empty, as its successor is.
 */
/**
 * Decides whether a request may start, with the exact wait when it may not. Thread-safe; refusals
 * that repeat are wait-free and allocate nothing.
 */
public final class QuotaLimiter extends BriefLock {

  private final Quota quota;

  private final TokenAccounting accounting;

  /** Limits requests in flight together with those of others, too. */
  private final @Nullable ConcurrencyCap cap;

  /** Guards everything below: the cap, or this. */
  private final BriefLock lock;

  private final Window window;

  private Era era;

  /** None once this has ended. */
  private int concurrency;

  private int inFlight;

  private @Nullable Supplier<QuotaLimiter> successor;

  private long latestNanos;

  private volatile @Nullable Rejected standing;

  /**
   * Starts with nothing used.
   *
   * @param anchorNanos an edge of the calendar windows, and not later than any instant asked about
   */
  public QuotaLimiter(Quota quota, long anchorNanos) {
    this(anchorNanos, quota, null);
  }

  /** The same, with requests in flight limited together with those of other limiters as well. */
  public QuotaLimiter(Quota quota, long anchorNanos, ConcurrencyCap cap) {
    this(anchorNanos, quota, cap);
  }

  private QuotaLimiter(long anchorNanos, Quota quota, @Nullable ConcurrencyCap cap) {
    this.quota = quota;
    this.accounting = quota.counting().accounting();
    this.concurrency = quota.concurrency();
    this.cap = cap;
    this.lock = cap == null ? this : cap;
    this.window = Window.of(quota, anchorNanos);
    this.era = new Era(this);
    this.latestNanos = anchorNanos;
  }

  /** The limits that are decided here. */
  public Quota quota() {
    return quota;
  }

  /**
   * Admits a request that will use {@code tokens} tokens, or says why not; a refusal charges
   * nothing but the request, where refused ones count. Instants may arrive out of order: an earlier
   * one is taken as the latest seen, among which a repeated refusal does not count.
   */
  public Admission tryAcquire(long nowNanos, long tokens) {
    long asked = asked(tokens);
    Rejected known = standing;
    if (known != null && known.covers(nowNanos, asked)) {
      return known;
    }
    Supplier<QuotaLimiter> next;
    lock.lock();
    try {
      long now = advance(nowNanos);
      if (window.fits(now, asked) && !isFlightFull()) {
        return admit(now, asked);
      }
      next = successor;
      if (next == null) {
        return refuse(now, asked);
      }
    } finally {
      lock.unlock();
    }
    return next.get().tryAcquire(nowNanos, tokens);
  }

  /**
   * The same decision without an object for the lease, which is kept in a slot of {@code leases}
   * and ends by {@link #settle(long, long, LeaseTable, int)}. Not for a limiter that is retired.
   *
   * @return why not; null when the request is admitted
   */
  public @Nullable Rejected tryAcquire(long nowNanos, long tokens, LeaseTable leases, int slot) {
    long asked = asked(tokens);
    Rejected known = standing;
    if (known != null && known.covers(nowNanos, asked)) {
      return known;
    }
    lock.lock();
    try {
      if (successor != null) {
        throw new IllegalStateException("a retired limiter has no table of leases");
      }
      long now = advance(nowNanos);
      if (window.fits(now, asked) && !isFlightFull()) {
        long reserved = reserved(asked);
        leases.open(slot, era, start(now, reserved), reserved);
        return null;
      }
      return refuse(now, asked);
    } finally {
      lock.unlock();
    }
  }

  /** What room is asked for: the estimate, or one token where only the usage is charged. */
  private long asked(long tokens) {
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + tokens);
    }
    return isActualOnly() ? 1 : tokens;
  }

  private boolean isActualOnly() {
    return accounting == TokenAccounting.ACTUAL_ONLY;
  }

  private Lease admit(long now, long asked) {
    long reserved = reserved(asked);
    return new Lease(era, start(now, reserved), reserved);
  }

  private long reserved(long asked) {
    return isActualOnly() ? 0 : asked;
  }

  /** Charges a request that may start, and answers its ticket. */
  private long start(long now, long reserved) {
    if (standing != null) {
      standing = null;
    }
    move(1);
    return window.charge(now, reserved);
  }

  private boolean isFlightFull() {
    return inFlight >= concurrency || (cap != null && cap.isFull());
  }

  private void move(int difference) {
    inFlight += difference;
    if (cap != null) {
      cap.move(difference);
    }
  }

  private Rejected refuse(long now, long asked) {
    look(now);
    boolean requestsFull = !window.requestFits();
    boolean tokensFull = asked > window.headroom();
    return quota.counting().countRefused()
        ? refuseAndCount(now, asked, requestsFull, tokensFull)
        : refuse(now, asked, requestsFull, tokensFull);
  }

  private Rejected refuse(long now, long asked, boolean requestsFull, boolean tokensFull) {
    if (asked > quota.tokens()) {
      return Rejected.NEVER;
    }
    Rejected refusal = refusal(now, asked, requestsFull, tokensFull);
    if (isPublished(refusal, now)) {
      standing = refusal;
    }
    return refusal;
  }

  /** Others may free a shared cap; and a wide refusal is not replaced by a narrow one. */
  private boolean isPublished(Rejected refusal, long now) {
    if (!refusal.hasRetryAfter()) {
      return inFlight >= concurrency;
    }
    Rejected known = standing;
    return refusal.isRequestsOnly()
        || known == null
        || !known.isRequestsOnly()
        || !known.holds(now);
  }

  private Rejected refusal(long now, long asked, boolean requestsFull, boolean tokensFull) {
    if (requestsFull && tokensFull) {
      return Rejected.bothUntil(window.requestFitsAt(now), window.tokensFitAt(now, asked), asked);
    }
    if (requestsFull) {
      return Rejected.requestsUntil(window.requestFitsAt(now), window.headroom());
    }
    return tokensFull
        ? Rejected.tokensUntil(window.tokensFitAt(now, asked), asked)
        : Rejected.concurrency(window.headroom());
  }

  /** Says what is violated before the refused request counts, and the wait after. */
  private Rejected refuseAndCount(long now, long asked, boolean requestsFull, boolean tokensFull) {
    window.refuse(now);
    if (asked > quota.tokens()) {
      return Rejected.NEVER;
    }
    if (tokensFull && !requestsFull && !window.requestFits()) {
      long tokensAt = window.tokensFitAt(now, asked);
      return Rejected.tokensUntil(later(tokensAt, window.requestFitsAt(now)), asked);
    }
    return refusal(now, asked, requestsFull, tokensFull);
  }

  private static long later(long a, long b) {
    return a - b > 0 ? a : b;
  }

  /** Time does not go back. */
  private long advance(long nowNanos) {
    long latest = latestNanos;
    if (nowNanos - latest <= 0) {
      return latest;
    }
    latestNanos = nowNanos;
    return nowNanos;
  }

  /** Forgets all that has had its time. */
  private void look(long now) {
    Rejected known = standing;
    if (known != null && !known.holds(now)) {
      standing = null; // or an instant from before would still meet it
    }
    window.advance(now);
  }

  boolean end(Lease lease, long nowNanos, long usedTokens) {
    lock.lock();
    try {
      if (!lease.close()) {
        return false;
      }
      if (lease.era == era) {
        settle(advance(nowNanos), lease.ticket, lease.reservedTokens(), usedTokens);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the attempt in a slot, as {@link Lease#settle} does; 0 tokens cancel it.
   *
   * @return whether this call ended the lease
   */
  public boolean settle(long nowNanos, long usedTokens, LeaseTable leases, int slot) {
    if (usedTokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + usedTokens);
    }
    lock.lock();
    try {
      if (!leases.isOpen(slot)) {
        return false;
      }
      if (leases.close(slot) == era) {
        settle(advance(nowNanos), leases.ticket(slot), leases.reservedTokens(slot), usedTokens);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void settle(long now, long ticket, long reserved, long usedTokens) {
    move(-1);
    Rejected known = standing;
    if (known != null && (usedTokens > reserved || !known.isRequestsOnly() || !known.holds(now))) {
      standing = null;
    }
    if (isActualOnly()) {
      spend(now, usedTokens);
    } else if (usedTokens != reserved && accounting == TokenAccounting.RESERVE_AND_SETTLE) {
      window.settle(now, ticket, reserved, usedTokens);
    }
  }

  private void spend(long now, long usedTokens) {
    if (usedTokens > 0) {
      window.advance(now);
      window.add(now, usedTokens);
    }
  }

  /**
   * How long a request of {@code tokens} tokens would have to wait, without asking for it: 0 when
   * it fits now, empty when only the end of another can make room, or nothing.
   */
  public OptionalLong waitNanos(long nowNanos, long tokens) {
    long asked = asked(tokens);
    Supplier<QuotaLimiter> next;
    lock.lock();
    try {
      next = successor;
      if (next == null) {
        long now = advance(nowNanos);
        look(now);
        return wait(now, asked);
      }
    } finally {
      lock.unlock();
    }
    return next.get().waitNanos(nowNanos, tokens);
  }

  private OptionalLong wait(long now, long asked) {
    if (asked > quota.tokens()) {
      return OptionalLong.empty();
    }
    boolean requestsFull = !window.requestFits();
    boolean tokensFull = asked > window.headroom();
    if (requestsFull || tokensFull) {
      return OptionalLong.of(refusal(now, asked, requestsFull, tokensFull).retryAfterNanos(now));
    }
    return isFlightFull() ? OptionalLong.empty() : OptionalLong.of(0);
  }

  /** What is remembered at {@code nowNanos}. */
  public QuotaState snapshot(long nowNanos) {
    lock.lock();
    try {
      long now = advance(nowNanos);
      look(now);
      return new QuotaState(window.charges(now), inFlight, window.age(now));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sets the memory as if the charges of {@code state} had happened: the phase of the window is
   * chosen, nothing is scaled. Leases granted before no longer count.
   */
  public void restore(long nowNanos, QuotaState state) {
    lock.lock();
    try {
      long now = advance(nowNanos);
      look(now);
      era = new Era(this);
      move(state.inFlight() - inFlight);
      window.restore(now, state);
      standing = null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends this limiter when it remembers nothing and nothing is in flight; whoever asks it later is
   * answered by the successor, which must remember nothing that this one could have admitted.
   *
   * @param next asked without any lock held, each time; must not answer with this limiter
   * @return whether it has ended, now or before
   */
  public boolean retireIfIdle(long nowNanos, Supplier<QuotaLimiter> next) {
    lock.lock();
    try {
      look(advance(nowNanos));
      if (successor == null && inFlight == 0 && window.isEmpty()) {
        successor = next;
        concurrency = 0;
        standing = null;
      }
      return successor != null;
    } finally {
      lock.unlock();
    }
  }
}
