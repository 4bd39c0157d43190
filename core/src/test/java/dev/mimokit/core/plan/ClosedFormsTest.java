package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.ClientSide;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.Fleet;
import dev.mimokit.core.sim.Measured;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Service;
import dev.mimokit.core.sim.Workload;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulation against queueing theory, on the limiter that the mock runs. The build takes a
 * small sample; {@code mvn -pl core -Pplanner test -Dtest=ClosedFormsTest} takes 30 replications of
 * a million requests. Another sample is {@code -Dsim.seed=S}: of those, one in twenty falls outside
 * its 95 % interval.
 */
class ClosedFormsTest {

  private static final long SEED = Long.getLong("sim.seed", 20_261_127);
  private static final int REPLICATIONS = Integer.getInteger("sim.replications", 20);
  private static final long JOBS = Long.getLong("sim.jobs", 20_000);
  private static final int LIMIT = 100;
  private static final Duration ONE_AT_A_TIME = Duration.ofNanos(1);

  private final CapacityPlan plan = new CapacityPlan(2);

  @ParameterizedTest
  @ValueSource(doubles = {90, 100, 120})
  void a_sliding_log_without_retry_loses_as_erlang_b(double perMinute) {
    expect(
        "sliding log @" + perMinute,
        lossy(perMinute, Fleet.quota(WindowKind.SLIDING_LOG)),
        run -> run.counts().firstRefusedShare(),
        Theory.erlangB(LIMIT, perMinute));
  }

  @ParameterizedTest
  @ValueSource(doubles = {90, 100, 120})
  void a_fixed_window_without_retry_loses_what_overflows(double perMinute) {
    expect(
        "fixed window @" + perMinute,
        lossy(perMinute, Fleet.quota(WindowKind.CALENDAR)),
        run -> run.counts().firstRefusedShare(),
        Theory.overflow(LIMIT, perMinute));
  }

  @Test
  void a_fifo_queue_before_one_permit_at_a_time_waits_as_an_m_d_1_queue() {
    Scenario queue =
        Fleet.of(new Workload.Poisson(90 * 60), 1_000, Fleet.bucket(ONE_AT_A_TIME), extent());

    expect(
        "M/D/1 wait at 0.9",
        queue,
        run -> run.times().meanWaitSeconds(),
        Theory.waitOfMD1(0.9, 0.6));
  }

  @Test
  void one_permit_at_a_time_without_retry_loses_a_of_1_plus_a() {
    expect(
        "GCRA @100",
        lossy(100, Fleet.bucket(ONE_AT_A_TIME)),
        run -> run.counts().firstRefusedShare(),
        0.5);
  }

  @Test
  void a_cap_on_concurrency_loses_as_erlang_b_whatever_the_service() {
    Quota cap = Quota.perMinute(Integer.MAX_VALUE, Long.MAX_VALUE, 20, WindowKind.CALENDAR);
    Scenario memoryless =
        lossy(300, cap)
            .with(lossy(300, cap).supply().with(new Service.Exponential(Duration.ofSeconds(3))));
    Scenario even =
        lossy(300, cap)
            .with(lossy(300, cap).supply().with(new Service.Fixed(Duration.ofSeconds(3))));

    expect("cap 20, exponential", memoryless, run -> run.counts().firstRefusedShare(), 0.0456);
    expect("cap 20, constant", even, run -> run.counts().firstRefusedShare(), 0.0456);
    assertThat(Theory.erlangB(20, 15)).isCloseTo(0.0456, within(0.00005));
  }

  private static Offset<Double> within(double offset) {
    return Offset.offset(offset);
  }

  private static Scenario lossy(double perMinute, Quota quota) {
    return Fleet.of(new Workload.Poisson(perMinute * 60), 1_000, quota, extent())
        .with(ClientSide.of(ClientPlan.noRetry()));
  }

  private static Extent extent() {
    return Extent.jobs(SEED, REPLICATIONS, JOBS);
  }

  private void expect(
      String name, Scenario scenario, ToDoubleFunction<Measured> figure, double theory) {
    Estimate estimate = plan.measure(scenario).estimate(figure);
    System.out.printf(
        "%-22s %.6f +- %.6f, theory %.6f, seed %d, %d x %d%n",
        name, estimate.mean(), estimate.high() - estimate.mean(), theory, SEED, REPLICATIONS, JOBS);
    assertThat(estimate.covers(theory)).as("%s: %s covers %s", name, estimate, theory).isTrue();
  }
}
