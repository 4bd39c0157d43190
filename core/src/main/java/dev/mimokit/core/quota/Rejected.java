package dev.mimokit.core.quota;

import java.util.Set;

/**
 * A refusal: every limit that is violated now, and when the same request would pass if nothing else
 * happened, which is the latest of the violated limits, not the first that failed. Rate limits are
 * reported before concurrency, whose wait cannot be computed. Immutable; the same instance may
 * answer many requests, so it holds the instant and not the wait.
 */
public final class Rejected implements Admission {

  static final Set<Limit> REQUESTS = Set.of(Limit.RPM);
  static final Set<Limit> TOKENS = Set.of(Limit.TPM);
  static final Set<Limit> BOTH = Set.of(Limit.RPM, Limit.TPM);

  static final Rejected CONCURRENCY = new Rejected(Set.of(Limit.CONCURRENCY), Wait.UNKNOWN, 0, 0);
  static final Rejected NEVER = new Rejected(TOKENS, Wait.NEVER, 0, 0);

  private enum Wait {
    UNTIL,
    UNKNOWN,
    NEVER
  }

  private final Set<Limit> violated;
  private final Wait wait;
  private final long untilNanos;
  private final long headroom;

  private Rejected(Set<Limit> violated, Wait wait, long untilNanos, long headroom) {
    this.violated = violated;
    this.wait = wait;
    this.untilNanos = untilNanos;
    this.headroom = headroom;
  }

  static Rejected until(long untilNanos, Set<Limit> violated) {
    return new Rejected(violated, Wait.UNTIL, untilNanos, 0);
  }

  /** Valid for every request of at most {@code headroom} tokens until {@code untilNanos}. */
  static Rejected requestsUntil(long untilNanos, long headroom) {
    return new Rejected(REQUESTS, Wait.UNTIL, untilNanos, headroom);
  }

  boolean covers(long nowNanos, long tokens) {
    return untilNanos - nowNanos > 0 && tokens <= headroom;
  }

  /** The limits violated now; never empty. */
  public Set<Limit> violated() {
    return violated;
  }

  /** Whether {@link #retryAfterNanos} is known: not for concurrency, not for {@link #never}. */
  public boolean hasRetryAfter() {
    return wait == Wait.UNTIL;
  }

  /** Whether the request is larger than the limit itself, so that it can never pass. */
  public boolean never() {
    return wait == Wait.NEVER;
  }

  /**
   * Nanoseconds from {@code nowNanos} until the same request would pass; exact.
   *
   * @throws IllegalStateException when no wait is known
   */
  public long retryAfterNanos(long nowNanos) {
    if (wait != Wait.UNTIL) {
      throw new IllegalStateException("no wait is known for " + violated);
    }
    return untilNanos - nowNanos;
  }

  @Override
  public String toString() {
    return "Rejected" + violated + (wait == Wait.UNTIL ? " until " + untilNanos : " " + wait);
  }
}
