package dev.mimokit.core.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A client's whole retry behaviour: which answers are worth another attempt, how often, and how
 * long to wait. Pure but for the budget it may share; thread-safe when the random source is.
 *
 * @param retriedStatuses statuses worth another attempt; {@link Refusal#NO_RESPONSE} for none
 * @param maxAttempts attempts of one call in all, the first included; at least 1
 * @param budget of retries after failures; a 429 costs nothing, because the waits pace it already
 */
public record RetryPolicy(
    Set<Integer> retriedStatuses,
    int maxAttempts,
    Backoff backoff,
    RetryAfterUse retryAfterUse,
    Optional<RetryBudget> budget) {

  /** Statuses that say "later", and no response at all. */
  public static final Set<Integer> TRANSIENT =
      Set.of(Refusal.NO_RESPONSE, 408, 409, 425, 429, 500, 502, 503, 504, 529);

  /** Says that a quota is used up, not that the server is in trouble: no outage to multiply. */
  private static final int QUOTA = 429;

  /** Copies the set; refuses fewer than 1 attempt. */
  public RetryPolicy {
    retriedStatuses = Set.copyOf(retriedStatuses);
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be at least 1: " + maxAttempts);
    }
  }

  /** Retries transient answers, obeying Retry-After exactly, without a budget. */
  public static RetryPolicy of(int maxAttempts, Backoff backoff) {
    return new RetryPolicy(
        TRANSIENT, maxAttempts, backoff, RetryAfterUse.Obey.exactly(), Optional.empty());
  }

  /** One attempt, whatever the answer. */
  public static RetryPolicy none() {
    return of(1, new Backoff.Constant(Duration.ZERO));
  }

  /**
   * What we recommend against the documented platform, which names no wait: nine attempts with
   * equal jitter from 1 s to 32 s bridge at least 63.5 s, so a call refused at the start of a
   * minute outlives it; a named wait is obeyed with up to 0.5 s of spread.
   */
  public static RetryPolicy reference() {
    return of(
            9,
            new Backoff.Exponential(Duration.ofSeconds(1), 2, Duration.ofSeconds(32), Jitter.EQUAL))
        .using(new RetryAfterUse.Obey(Duration.ofMillis(250), Duration.ofMillis(500)));
  }

  /** The same with another use of Retry-After. */
  public RetryPolicy using(RetryAfterUse use) {
    return new RetryPolicy(retriedStatuses, maxAttempts, backoff, use, budget);
  }

  /** The same with a budget shared by all calls of a client. */
  public RetryPolicy within(RetryBudget shared) {
    return new RetryPolicy(
        retriedStatuses, maxAttempts, backoff, retryAfterUse, Optional.of(shared));
  }

  /** The same with other statuses worth another attempt. */
  public RetryPolicy retrying(Set<Integer> statuses) {
    return new RetryPolicy(statuses, maxAttempts, backoff, retryAfterUse, budget);
  }

  /** Decides what to do after {@code refusal}. */
  public Decision after(Refusal refusal, RandomGenerator random) {
    if (refusal.quotaExhausted() || !retriedStatuses.contains(refusal.status())) {
      return new Decision.GiveUp(Decision.Reason.FINAL_STATUS);
    }
    if (refusal.attempts() >= maxAttempts) {
      return new Decision.GiveUp(Decision.Reason.ATTEMPTS_USED);
    }
    long delay = delayNanos(refusal, random);
    if (delay >= refusal.remainingNanos()) {
      return new Decision.GiveUp(Decision.Reason.DEADLINE);
    }
    if (refusal.status() != QUOTA && budget.isPresent() && !budget.get().trySpend()) {
      return new Decision.GiveUp(Decision.Reason.BUDGET);
    }
    return new Decision.Retry(delay);
  }

  private long delayNanos(Refusal refusal, RandomGenerator random) {
    long own = backoff.delayNanos(refusal, random);
    return refusal.retryAfterNanos().isPresent()
        ? retryAfterUse.delayNanos(refusal.retryAfterNanos().getAsLong(), own, random)
        : own;
  }
}
