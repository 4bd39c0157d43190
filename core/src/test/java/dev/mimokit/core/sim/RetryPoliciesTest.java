package dev.mimokit.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the ways to retry come to when 1,000 requests are due at once on one quota of 100 a minute,
 * whose lower bound is 540 s: one line each, checked in. A change of a line is a change of the
 * limiter, of a policy, of the simulation or of its random numbers, and wants a reason.
 */
class RetryPoliciesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int TRIES = 600;

  @Test
  void a_sliding_log_makes_a_constant_wait_cost_270_refusals_a_job() {
    assertThat(summary(WindowKind.SLIDING_LOG, false))
        .isEqualTo(
            """
            constant 1 s          admitted 1000 given up    0 last  540.0 s refused/job 270.000
            exp full jitter       admitted 1000 given up    0 last  592.2 s refused/job  13.599
            Retry-After           admitted 1000 given up    0 last  540.0 s refused/job   4.500
            Retry-After + 0-25 %  admitted 1000 given up    0 last  552.7 s refused/job   4.631
            cookbook              admitted 1000 given up    0 last  561.6 s refused/job   0.036
            paced at 95 %         admitted 1000 given up    0 last  630.9 s refused/job   0.000
            fifo                  admitted 1000 given up    0 last  540.0 s refused/job   0.000
            """);
  }

  @Test
  void a_token_bucket_sends_everybody_back_together() {
    assertThat(summary(WindowKind.TOKEN_BUCKET, false))
        .isEqualTo(
            """
            constant 1 s          admitted 1000 given up    0 last  540.0 s refused/job 243.630
            exp full jitter       admitted 1000 given up    0 last  570.0 s refused/job  12.502
            Retry-After           admitted 1000 given up    0 last  540.0 s refused/job 405.450
            Retry-After + 0-25 %  admitted 1000 given up    0 last  540.1 s refused/job 405.450
            cookbook              admitted 1000 given up    0 last  540.0 s refused/job   0.000
            paced at 95 %         admitted 1000 given up    0 last  630.9 s refused/job   0.000
            fifo                  admitted 1000 given up    0 last  540.0 s refused/job   0.000
            """);
  }

  @Test
  void clients_that_do_not_pace_starve_where_refused_attempts_count() {
    assertThat(summary(WindowKind.SLIDING_LOG, true))
        .isEqualTo(
            """
            constant 1 s          admitted  100 given up  900 last    0.0 s refused/job 540.000
            exp full jitter       admitted  142 given up  858 last 18676.8 s refused/job 539.764
            Retry-After           admitted 1000 given up    0 last  540.0 s refused/job   4.500
            Retry-After + 0-25 %  admitted  201 given up  799 last 59427.5 s refused/job 800.098
            cookbook              admitted 1000 given up    0 last  606.0 s refused/job   0.040
            paced at 95 %         admitted 1000 given up    0 last  630.9 s refused/job   0.000
            fifo                  admitted 1000 given up    0 last  540.0 s refused/job   0.000
            """);
  }

  private static String summary(WindowKind kind, boolean countRefused) {
    Quota quota =
        Quota.perMinute(
            100,
            10_000_000,
            Integer.MAX_VALUE,
            new Counting(kind, MINUTE, TokenAccounting.RESERVE_AND_SETTLE, countRefused));
    Scenario batch = Fleet.batch(1_000, 1_000, quota);
    StringBuilder lines = new StringBuilder();
    plans().forEach((name, plan) -> lines.append(line(name, Simulation.run(batch.with(plan), 0))));
    return lines.toString();
  }

  private static Map<String, ClientPlan> plans() {
    Map<String, ClientPlan> plans = new LinkedHashMap<>();
    plans.put("constant 1 s", ClientPlan.constant(SECOND, TRIES));
    plans.put("exp full jitter", ClientPlan.expFullJitter(SECOND, MINUTE, TRIES));
    plans.put("Retry-After", ClientPlan.retryAfter(1_000));
    plans.put("Retry-After + 0-25 %", ClientPlan.retryAfterJittered(0.25, 1_000));
    plans.put("cookbook", ClientPlan.Cookbook.asItComes());
    plans.put("paced at 95 %", new ClientPlan.PacedQueue(0.95, 0));
    plans.put("fifo", new ClientPlan.Fifo());
    return plans;
  }

  private static String line(String name, Measured run) {
    return String.format(
        Locale.ROOT,
        "%-21s admitted %4d given up %4d last %6.1f s refused/job %7.3f%n",
        name,
        run.counts().admitted(),
        run.counts().givenUp(),
        run.times().lastAdmissionNanos() / 1e9,
        run.counts().refusedPerJob());
  }
}
