package dev.mimokit.core.sim;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import java.time.Duration;

/** Scenarios that tests begin from. */
public final class Fleet {

  /** As documented, without a limit on concurrency. */
  public static final Quota DOCUMENTED = quota(WindowKind.SLIDING_LOG);

  private Fleet() {}

  /** 100 requests and 10M tokens a minute over that window. */
  public static Quota quota(WindowKind kind) {
    return Quota.perMinute(100, 10_000_000, Integer.MAX_VALUE, kind);
  }

  /** A bucket of so many at once. */
  public static Quota bucket(Duration grain) {
    return Quota.perMinute(
        100,
        10_000_000,
        Integer.MAX_VALUE,
        new Counting(WindowKind.TOKEN_BUCKET, grain, TokenAccounting.RESERVE_AND_SETTLE, false));
  }

  /** Requests of that many tokens without an answer, answered at once. */
  public static Scenario of(Workload workload, long tokens, Quota quota, Extent extent) {
    return new Scenario(
        Demand.of(workload, RequestClass.of(Tokens.of(tokens), Tokens.of(0))),
        Supply.of(quota, 1, new Service.Instant()),
        ClientSide.of(new ClientPlan.Fifo()),
        extent);
  }

  /** So many at once, one unit. */
  public static Scenario batch(long jobs, long tokens, Quota quota) {
    return of(new Workload.Batch(jobs), tokens, quota, Extent.jobs(1, 1, jobs));
  }
}
