package dev.mimokit.core.sim;

import java.util.Arrays;

/*
 * The head of each queue is looked at when it becomes the head, at the instant for which the limiter promised room, and,
 * unless it waits for requests per minute, whenever a request ends: a settlement may give tokens back earlier than
 * promised. A look whose instant was replaced by another is ignored when it comes.
 */
/** One queue a quota unit that knows the limiter's mind. */
final class FifoClient implements Client {

  private static final long NEVER = Long.MAX_VALUE;

  private final Run run;
  private final Line line;
  private final long[] wakeAt;
  private final long[] blockedAt;
  private final Cause[] blockedBy;

  FifoClient(Run run) {
    this.run = run;
    this.line = new Line(run.jobs(), run.units());
    this.wakeAt = new long[run.units()];
    this.blockedAt = new long[run.units()];
    this.blockedBy = new Cause[run.units()];
    Arrays.fill(wakeAt, NEVER);
    Arrays.fill(blockedBy, Cause.RPM);
  }

  @Override
  public void asked(int job) {
    int unit = run.jobs().unit[job];
    boolean first = line.head(unit) == Jobs.NONE;
    line.append(unit, job);
    if (first) {
      blockedAt[unit] = run.now();
      serve(unit);
    }
  }

  @Override
  public void wake(int unit) {
    if (wakeAt[unit] == run.now()) {
      wakeAt[unit] = NEVER;
      serve(unit);
    }
  }

  @Override
  public void freed(int unit) {
    if (line.head(unit) != Jobs.NONE && blockedBy[unit] != Cause.RPM) {
      serve(unit);
    }
  }

  private void serve(int unit) {
    int job;
    while ((job = line.head(unit)) != Jobs.NONE) {
      run.heldUp(blockedBy[unit], blockedAt[unit]);
      blockedAt[unit] = run.now();
      if (run.remaining(job) <= 0) {
        line.removeHead(unit);
        run.giveUp(job);
        continue;
      }
      long wait = run.admitOrWait(job);
      if (wait > 0) {
        blockedBy[unit] = run.obstacle();
        look(unit, Math.min(wait, run.remaining(job)));
        return;
      }
      line.removeHead(unit);
      if (wait < 0) {
        run.giveUp(job);
      } else {
        run.begin(job);
      }
    }
  }

  private void look(int unit, long wait) {
    if (wait != Long.MAX_VALUE && wakeAt[unit] != run.now() + wait) {
      wakeAt[unit] = run.now() + wait;
      run.wakeAfter(unit, wait);
    }
  }
}
