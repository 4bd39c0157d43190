package dev.mimokit.core.quota;

import java.util.Set;

/**
 * A refusal: every limit that is violated now, and when the same request would pass if nothing else
 * happened, which is the latest of the violated limits, not the first that failed. Rate limits are
 * reported before concurrency, whose wait cannot be computed. Immutable; the same instance may
 * answer many requests, so it holds the instant and not the wait.
 */
public final class Rejected implements Admission {

  private static final Set<Limit> REQUESTS = Set.of(Limit.RPM);
  private static final Set<Limit> TOKENS = Set.of(Limit.TPM);
  private static final Set<Limit> BOTH = Set.of(Limit.RPM, Limit.TPM);
  private static final Set<Limit> FLIGHT = Set.of(Limit.CONCURRENCY);

  static final Rejected NEVER = new Rejected(TOKENS, Wait.NEVER, 0, new Reach(0, -1, 0));

  private enum Wait {
    UNTIL,
    UNKNOWN,
    NEVER
  }

  /** Requests of that many tokens, of which the same is true, and for rates until when. */
  private record Reach(long fewest, long most, long endNanos) {}

  private final Set<Limit> violated;
  private final Wait wait;
  private final long untilNanos;
  private final Reach reach;

  private Rejected(Set<Limit> violated, Wait wait, long untilNanos, Reach reach) {
    this.violated = violated;
    this.wait = wait;
    this.untilNanos = untilNanos;
    this.reach = reach;
  }

  /** True of every request of at most {@code headroom} tokens until {@code untilNanos}. */
  static Rejected requestsUntil(long untilNanos, long headroom) {
    return new Rejected(REQUESTS, Wait.UNTIL, untilNanos, new Reach(0, headroom, untilNanos));
  }

  /** True of requests of exactly {@code tokens} tokens. */
  static Rejected tokensUntil(long untilNanos, long tokens) {
    return new Rejected(TOKENS, Wait.UNTIL, untilNanos, new Reach(tokens, tokens, untilNanos));
  }

  /** True of requests of exactly {@code tokens} tokens, until the first of both limits is kept. */
  static Rejected bothUntil(long requestsNanos, long tokensNanos, long tokens) {
    boolean requestsLast = requestsNanos - tokensNanos > 0;
    return new Rejected(
        BOTH,
        Wait.UNTIL,
        requestsLast ? requestsNanos : tokensNanos,
        new Reach(tokens, tokens, requestsLast ? tokensNanos : requestsNanos));
  }

  /** True of every request of at most {@code headroom} tokens until one ends. */
  static Rejected concurrency(long headroom) {
    return new Rejected(FLIGHT, Wait.UNKNOWN, 0, new Reach(0, headroom, 0));
  }

  /** Whether the same is true of another request, while nothing is charged or given back. */
  boolean covers(long nowNanos, long tokens) {
    return tokens <= reach.most && tokens >= reach.fewest && holds(nowNanos);
  }

  /** Whether it is true of any request. */
  boolean holds(long nowNanos) {
    return wait == Wait.UNKNOWN || reach.endNanos - nowNanos > 0;
  }

  /** Whether only the request limit is violated, which no settlement changes. */
  boolean isRequestsOnly() {
    return violated == REQUESTS;
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
