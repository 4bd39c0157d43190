package dev.mimokit.load.scenario;

import dev.mimokit.core.retry.Decision;
import dev.mimokit.core.retry.Refusal;
import dev.mimokit.core.retry.RetryPolicy;
import java.util.random.RandomGenerator;

/**
 * One call of one virtual user: its attempts so far and what its policy decided. Owned by the user,
 * which runs on one event loop; not thread-safe. Times are nanoseconds of the run's clock.
 */
final class Call {

  private enum State {
    OPEN,
    ANSWERED,
    GIVEN_UP
  }

  private final long user;
  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final long startNanos;

  private State state = State.OPEN;
  private int attempts;
  private long attemptStartNanos;
  private long endNanos;
  private long delayNanos;

  Call(long user, RetryPolicy policy, RandomGenerator random, long startNanos) {
    this.user = user;
    this.policy = policy;
    this.random = random;
    this.startNanos = startNanos;
  }

  /** Number of its virtual user in the load, from 1. */
  long user() {
    return user;
  }

  /** Whether another attempt is to be made. */
  boolean open() {
    return state == State.OPEN;
  }

  boolean givenUp() {
    return state == State.GIVEN_UP;
  }

  /** Wait before the next attempt. */
  long delayNanos() {
    return delayNanos;
  }

  void beginAttempt(long nowNanos) {
    attemptStartNanos = nowNanos;
  }

  /** Takes what came back, decides, and returns the attempt as data. */
  AttemptSample endAttempt(Response response, long nowNanos) {
    AttemptSample attempt = new AttemptSample(response.status(), nowNanos - attemptStartNanos);
    attempts++;
    endNanos = nowNanos;
    if (attempt.answered()) {
      state = State.ANSWERED;
      policy.budget().ifPresent(budget -> budget.earn());
    } else {
      follow(policy.after(refusal(response), random));
    }
    return attempt;
  }

  private Refusal refusal(Response response) {
    return new Refusal(
        attempts,
        response.status(),
        response.quotaExhausted(),
        response.retryAfterNanos(),
        delayNanos,
        endNanos - startNanos,
        Long.MAX_VALUE);
  }

  private void follow(Decision decision) {
    if (decision instanceof Decision.Retry retry) {
      delayNanos = retry.delayNanos();
    } else {
      state = State.GIVEN_UP;
    }
  }

  /** The finished call as data. */
  CallSample sample() {
    return new CallSample(user, startNanos, endNanos, attempts, state == State.ANSWERED);
  }
}
