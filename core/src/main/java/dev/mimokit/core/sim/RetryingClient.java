package dev.mimokit.core.sim;

import dev.mimokit.core.quota.Rejected;
import dev.mimokit.core.retry.Decision;
import dev.mimokit.core.retry.Refusal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Sends at once and retries by a policy. */
final class RetryingClient implements Client {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final ClientPlan.Retrying plan;
  private final Run run;
  private final Draws draws;

  RetryingClient(ClientPlan.Retrying plan, Run run, Draws draws) {
    this.plan = plan;
    this.run = run;
    this.draws = draws;
  }

  @Override
  public void asked(int job) {
    due(job);
  }

  @Override
  public void due(int job) {
    Cause cause = run.send(job);
    if (cause == null) {
      run.begin(job);
      return;
    }
    if (run.never()) {
      run.giveUp(job);
      return;
    }
    Decision decision = plan.policy().after(refusal(job, cause), draws.generator());
    if (decision instanceof Decision.Retry retry) {
      run.attemptAfter(job, retry.delayNanos(), cause);
    } else {
      run.giveUp(job);
    }
  }

  private Refusal refusal(int job, Cause cause) {
    Jobs jobs = run.jobs();
    return new Refusal(
        jobs.attempts[job],
        cause == Cause.OUTAGE ? UNAVAILABLE : TOO_MANY_REQUESTS,
        false,
        hint(run.rejected()),
        jobs.delayed[job],
        run.now() - jobs.askedAt[job],
        run.remaining(job));
  }

  private OptionalLong hint(@Nullable Rejected rejected) {
    return plan.hinted() && rejected != null && rejected.hasRetryAfter()
        ? OptionalLong.of(rejected.retryAfterNanos(run.now()))
        : OptionalLong.empty();
  }
}
