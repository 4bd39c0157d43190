package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.Fleet;
import dev.mimokit.core.sim.Measured;
import dev.mimokit.core.sim.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrainBoundTest {

  private static final long SEED = Long.getLong("sim.seed", 20_261_127);

  @ParameterizedTest
  @EnumSource(
      value = WindowKind.class,
      names = {"SLIDING_LOG", "CALENDAR", "FIXED_FROM_FIRST", "TOKEN_BUCKET"})
  void a_fifo_queue_meets_it_to_the_nanosecond(WindowKind kind) {
    Quota quota = Fleet.quota(kind);
    for (long jobs : List.of(1L, 100L, 101L, 1_000L, 1_234L, 10_000L)) {
      for (long tokens : List.of(0L, 1_000L, 100_000L, 200_000L, 333_333L)) {
        Measured run = Simulation.run(Fleet.batch(jobs, tokens, quota), 0);

        assertThat(run.times().lastAdmissionNanos())
            .as("%s, %d jobs of %d tokens", kind, jobs, tokens)
            .isEqualTo(DrainBound.of(quota, 1, jobs, tokens).nanos());
        assertThat(run.counts().admitted()).isEqualTo(jobs);
      }
    }
  }

  @Test
  void it_is_what_the_documented_limits_say() {
    assertThat(DrainBound.of(Fleet.DOCUMENTED, 1, 1_000, 1_000).seconds()).isEqualTo(540);
    assertThat(DrainBound.of(Fleet.DOCUMENTED, 1, 10_000, 100_000).seconds()).isEqualTo(5_940);
    assertThat(DrainBound.of(Fleet.DOCUMENTED, 1, 10_000, 200_000).seconds()).isEqualTo(11_940);
    assertThat(DrainBound.of(Fleet.DOCUMENTED, 3, 1_000, 1_000).seconds()).isEqualTo(180);
    assertThat(DrainBound.of(Fleet.quota(WindowKind.TOKEN_BUCKET), 1, 1_000, 1_000).seconds())
        .isEqualTo(540);
  }

  @Test
  void nobody_is_faster() {
    List<ClientPlan> plans =
        List.of(
            ClientPlan.retryAfterJittered(0.25, 50),
            ClientPlan.expFullJitter(Duration.ofSeconds(1), Duration.ofSeconds(60), 50),
            ClientPlan.Cookbook.asItComes(),
            new ClientPlan.PacedQueue(1, 0),
            new ClientPlan.Fifo());
    List<WindowKind> kinds = List.of(WindowKind.values());
    for (long seed = SEED; seed < SEED + 120; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Quota quota = quota(kinds.get(random.nextInt(kinds.size())), random);
      long jobs = 1 + random.nextLong(900);
      long tokens = random.nextLong(400_000);
      int units = 1 + random.nextInt(3);
      Answer answer =
          new CapacityPlan(1)
              .measure(
                  Fleet.batch(jobs, tokens, quota)
                      .withUnits(units)
                      .with(plans.get(random.nextInt(plans.size()))));
      if (answer.admitted().mean() == 0) {
        continue;
      }

      assertThat(answer.drainSeconds().mean())
          .as("seed %d: %d jobs of %d tokens, %s", seed, jobs, tokens, quota)
          .isGreaterThanOrEqualTo(answer.drain().seconds());
    }
    System.out.printf("120 batches from seed %d drain no faster than the bound%n", SEED);
  }

  private static Quota quota(WindowKind kind, SplittableRandom random) {
    List<TokenAccounting> accountings = List.of(TokenAccounting.values());
    return Quota.perMinute(
        100,
        10_000_000,
        Integer.MAX_VALUE,
        new Counting(
            kind,
            Duration.ofSeconds(1 + random.nextInt(60)),
            accountings.get(random.nextInt(accountings.size())),
            random.nextInt(4) == 0));
  }

  @Test
  void a_request_larger_than_the_limit_has_none() {
    assertThatThrownBy(() -> DrainBound.of(Fleet.DOCUMENTED, 1, 1, 10_000_001))
        .hasMessage("a request of 10000001 tokens never fits a limit of 10000000");
  }
}
