package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.sim.Cause;
import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.Fleet;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Service;
import dev.mimokit.core.sim.Workload;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {

  private final CapacityPlan plan = new CapacityPlan(1);

  private static Scenario poisson(double perMinute, long tokens, Quota quota) {
    return Fleet.of(new Workload.Poisson(perMinute * 60), tokens, quota, Extent.jobs(7, 4, 2_000));
  }

  @Test
  void rpm_binds_small_requests() {
    Answer answer = plan.simulate(poisson(98, 1_000, Fleet.DOCUMENTED));

    assertThat(answer.binding().limit()).contains(Limit.RPM);
    assertThat(answer.binding().waitShares().get(Cause.RPM)).isEqualTo(1);
    assertThat(answer.binding().removed())
        .hasEntrySatisfying(Limit.RPM, without -> assertThat(without.relief()).isEqualTo(1))
        .hasEntrySatisfying(Limit.TPM, without -> assertThat(without.relief()).isZero());
  }

  @Test
  void tpm_binds_requests_of_a_million_tokens() {
    Answer answer =
        plan.simulate(poisson(9.5, 1_000_000, Fleet.DOCUMENTED).with(ClientPlan.noRetry()));

    assertThat(answer.binding().limit()).contains(Limit.TPM);
    assertThat(answer.binding().refusalShares().get(Cause.TPM)).isEqualTo(1);
    assertThat(answer.firstRefusedShare().mean()).isBetween(0.1, 0.4);
  }

  @Test
  void concurrency_binds_long_answers() {
    Quota quota = Quota.perMinute(100, 10_000_000, 5, WindowKind.SLIDING_LOG);
    Scenario slow = poisson(30, 1_000, quota);

    Answer answer =
        plan.simulate(slow.with(slow.supply().with(new Service.Fixed(Duration.ofSeconds(10)))));

    assertThat(answer.binding().limit()).contains(Limit.CONCURRENCY);
  }

  @Test
  void nothing_binds_where_nobody_waits() {
    Answer answer = plan.simulate(poisson(5, 1_000, Fleet.DOCUMENTED));

    assertThat(answer.binding().limit()).isEmpty();
    assertThat(answer.binding().removed()).isEmpty();
  }

  @Test
  void the_answer_does_not_depend_on_the_number_of_threads() {
    Scenario scenario =
        poisson(98, 150_000, Fleet.DOCUMENTED)
            .with(ClientPlan.expFullJitter(Duration.ofSeconds(1), Duration.ofSeconds(60), 9));

    assertThat(new CapacityPlan(3).simulate(scenario)).isEqualTo(plan.simulate(scenario));
  }

  @Test
  void windows_stand_side_by_side() {
    List<Answer> answers =
        plan.sideBySide(
            poisson(95, 1_000, Fleet.DOCUMENTED).with(ClientPlan.noRetry()), Hypothesis.all());

    assertThat(answers)
        .extracting(answer -> answer.hypothesis().name())
        .containsExactly(
            "sliding-log",
            "calendar",
            "fixed-from-first",
            "sliding-counter",
            "token-bucket",
            "sub-windows",
            "gcra");
    assertThat(answers.get(6).firstRefusedShare().mean()).isGreaterThan(0.4);
    assertThat(answers.get(4).firstRefusedShare().mean())
        .isLessThan(answers.get(0).firstRefusedShare().mean());
  }

  @Test
  void intervals_come_from_replications() {
    Estimate one = Estimate.of(List.of(3.0));
    Estimate three = Estimate.of(List.of(1.0, 2.0, 3.0));

    assertThat(one.known()).isFalse();
    assertThat(three.mean()).isEqualTo(2);
    assertThat(three.high()).isCloseTo(2 + 4.302653 / Math.sqrt(3), offset());
    assertThat(three.covers(4.4)).isTrue();
    assertThat(three.covers(4.5)).isFalse();
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-6);
  }
}
