package dev.mimokit.core.sim;

import dev.mimokit.core.quota.Quota;
import java.time.Duration;
import java.util.Arrays;

/*
 * The loop of the cookbook's parallel processor, once for each quota unit:
 *
 *   1. take the next request: a refused one first, else a fresh one
 *   2. fill both buckets for the time that passed; when both have room for it, take that out and send it
 *   3. after a 429 send nothing for 15 s
 *   4. pause 1 ms
 *
 * What a refused attempt took out is not put back, as in the original.
 */
/** Two token buckets of the client's own, and a pause after a 429. */
final class CookbookClient implements Client {

  private static final long LOOP = Duration.ofMillis(1).toNanos();

  private final ClientPlan.Cookbook plan;
  private final Run run;
  private final Line refused;
  private final Line fresh;
  private final double mostRequests;
  private final double mostTokens;
  private final double window;
  private final double[] requests;
  private final double[] tokens;
  private final long[] filledAt;
  private final long[] notBefore;
  private final boolean[] waking;

  CookbookClient(ClientPlan.Cookbook plan, Run run) {
    this.plan = plan;
    this.run = run;
    int units = run.units();
    Quota quota = run.quota();
    refused = new Line(run.jobs(), units);
    fresh = new Line(run.jobs(), units);
    mostRequests = Math.max(1, plan.headroom() * quota.requests());
    mostTokens = plan.headroom() * quota.tokens();
    window = quota.window().toNanos();
    requests = new double[units];
    tokens = new double[units];
    filledAt = new long[units];
    notBefore = new long[units];
    waking = new boolean[units];
    Arrays.fill(requests, mostRequests);
    Arrays.fill(tokens, mostTokens);
  }

  @Override
  public void asked(int job) {
    int unit = run.jobs().unit[job];
    fresh.append(unit, job);
    if (!waking[unit]) {
      turn(unit);
    }
  }

  @Override
  public void wake(int unit) {
    waking[unit] = false;
    turn(unit);
  }

  private void turn(int unit) {
    int job;
    while ((job = line(unit).head(unit)) != Jobs.NONE) {
      Line line = line(unit);
      if (run.remaining(job) <= 0 || run.jobs().reserved[job] > mostTokens) {
        line.removeHead(unit);
        run.giveUp(job);
        continue;
      }
      long wait = Math.max(notBefore[unit] - run.now(), untilRoom(unit, job));
      if (wait > 0) {
        waking[unit] = true;
        run.wakeAfter(unit, wait);
        return;
      }
      line.removeHead(unit);
      send(unit, job);
    }
  }

  private Line line(int unit) {
    return refused.head(unit) == Jobs.NONE ? fresh : refused;
  }

  private long untilRoom(int unit, int job) {
    double passed = run.now() - filledAt[unit];
    filledAt[unit] = run.now();
    requests[unit] = Math.min(mostRequests, requests[unit] + mostRequests * passed / window);
    tokens[unit] = Math.min(mostTokens, tokens[unit] + mostTokens * passed / window);
    double short1 = (1 - requests[unit]) / mostRequests;
    double short2 = (run.jobs().reserved[job] - tokens[unit]) / mostTokens;
    double windows = Math.max(short1, short2);
    return windows <= 0 ? 0 : (long) Math.ceil(windows * window) + 1;
  }

  private void send(int unit, int job) {
    requests[unit] -= 1;
    tokens[unit] -= run.jobs().reserved[job];
    notBefore[unit] = run.now() + LOOP;
    Cause cause = run.send(job);
    if (cause == null) {
      run.begin(job);
      return;
    }
    if (cause != Cause.OUTAGE) {
      notBefore[unit] = run.now() + Math.max(LOOP, plan.pause().toNanos());
    }
    if (run.never() || run.jobs().attempts[job] >= plan.attempts()) {
      run.giveUp(job);
    } else {
      run.hold(job, cause);
      refused.append(unit, job);
    }
  }
}
