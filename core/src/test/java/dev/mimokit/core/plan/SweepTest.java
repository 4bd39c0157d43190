package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.Fleet;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final Scenario BASE =
      Fleet.of(new Workload.Poisson(12_000), 1_000, Fleet.DOCUMENTED, Extent.jobs(5, 2, 500))
          .with(ClientPlan.expFullJitter(Duration.ofSeconds(1), Duration.ofSeconds(60), 9));

  private static final Sweep GRID =
      Sweep.grid(
          BASE,
          List.of(
              new Sweep.Axis(
                  "units",
                  List.of(
                      new Sweep.Value("1", one -> one.withUnits(1)),
                      new Sweep.Value("2", one -> one.withUnits(2)))),
              new Sweep.Axis(
                  "client",
                  List.of(
                      new Sweep.Value("jitter", one -> one),
                      new Sweep.Value("none", one -> one.with(ClientPlan.noRetry())),
                      new Sweep.Value("fifo", one -> one.with(new ClientPlan.Fifo()))))));

  @Test
  void the_last_axis_changes_fastest() {
    assertThat(GRID.points())
        .extracting(point -> point.labels().toString())
        .containsExactly(
            "{units=1, client=jitter}",
            "{units=1, client=none}",
            "{units=1, client=fifo}",
            "{units=2, client=jitter}",
            "{units=2, client=none}",
            "{units=2, client=fifo}");
  }

  @Test
  void rows_are_the_same_at_any_number_of_threads() {
    Sweep.Outcome alone = GRID.run(1, () -> false, done -> {});

    assertThat(alone.complete()).isTrue();
    assertThat(GRID.run(2, () -> false, done -> {})).isEqualTo(alone);
    assertThat(GRID.run(5, () -> false, done -> {})).isEqualTo(alone);
  }

  @Test
  void cancelling_keeps_what_is_done() {
    AtomicInteger seen = new AtomicInteger();

    Sweep.Outcome outcome = GRID.run(1, () -> seen.get() >= 4, seen::set);

    assertThat(outcome.rows()).hasSize(4);
    assertThat(outcome.asked()).isEqualTo(6);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.rows().get(3).point()).isEqualTo(GRID.points().get(3));
  }

  @Test
  void progress_counts_up_to_all() {
    List<Integer> told = new ArrayList<>();

    GRID.run(3, () -> false, told::add);

    assertThat(told).containsExactlyElementsOf(IntStream.rangeClosed(1, 6).boxed().toList());
  }

  @Test
  void a_grid_that_is_too_large_is_refused_before_it_is_built() {
    List<Sweep.Value> many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> new Sweep.Value(Integer.toString(i), one -> one))
            .toList();

    assertThatThrownBy(
            () -> Sweep.grid(BASE, List.of(new Sweep.Axis("a", many), new Sweep.Axis("b", many))))
        .hasMessage("a sweep has 1..10000 points: 1000000");
  }
}
