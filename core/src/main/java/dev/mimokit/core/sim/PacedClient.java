package dev.mimokit.core.sim;

import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.retry.Pacer;
import java.time.Duration;

/** One queue a quota unit, sent evenly. */
final class PacedClient implements Client {

  private static final long AFTER_REFUSAL = Duration.ofSeconds(1).toNanos();

  private final Run run;
  private final Line line;
  private final Pacer[] pacers;
  private final boolean[] waking;

  PacedClient(ClientPlan.PacedQueue plan, Run run) {
    this.run = run;
    this.line = new Line(run.jobs(), run.units());
    this.pacers = new Pacer[run.units()];
    this.waking = new boolean[run.units()];
    Quota quota = run.quota();
    int permits = Math.max(1, (int) (plan.headroom() * quota.requests()));
    int burst = Math.max(1, (int) (plan.burst() * permits));
    for (int i = 0; i < pacers.length; i++) {
      pacers[i] = new Pacer(permits, quota.window(), burst, 0);
    }
  }

  @Override
  public void asked(int job) {
    int unit = run.jobs().unit[job];
    line.append(unit, job);
    if (!waking[unit]) {
      serve(unit);
    }
  }

  @Override
  public void wake(int unit) {
    waking[unit] = false;
    long wait = 0;
    if (line.head(unit) != Jobs.NONE) {
      wait = sendHead(unit);
    }
    if (wait > 0) {
      sleep(unit, Math.max(wait, pacers[unit].reserve(run.now())));
    } else {
      serve(unit);
    }
  }

  private void serve(int unit) {
    while (line.head(unit) != Jobs.NONE) {
      long permit = pacers[unit].reserve(run.now());
      long wait = permit > 0 ? permit : sendHead(unit);
      if (wait > 0) {
        sleep(unit, wait);
        return;
      }
    }
  }

  private void sleep(int unit, long wait) {
    waking[unit] = true;
    run.wakeAfter(unit, wait);
  }

  /** Sends the first that has not expired; answers how long not to try again. */
  private long sendHead(int unit) {
    int job;
    while ((job = line.head(unit)) != Jobs.NONE) {
      boolean late = run.remaining(job) <= 0;
      Cause cause = late ? null : run.send(job);
      if (cause != null && !run.never()) {
        run.hold(job, cause);
        return AFTER_REFUSAL;
      }
      line.removeHead(unit);
      if (!late && cause == null) {
        run.begin(job);
        return 0;
      }
      run.giveUp(job);
    }
    return 0;
  }
}
