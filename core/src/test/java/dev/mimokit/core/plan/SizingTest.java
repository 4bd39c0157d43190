package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.Fleet;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Trace;
import dev.mimokit.core.sim.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingTest {

  private static final Path TRACE =
      Path.of("..", "..", "shared", "data", "AzureLLMInferenceTrace_code.csv");

  private static final Objective P99_WITHIN_A_SECOND =
      objective("p99wait<=1s", answer -> answer.waitSeconds(99).mean() <= 1);

  private static Objective objective(String text, Predicate<Answer> test) {
    return new Objective() {
      @Override
      public boolean metBy(Answer answer) {
        return test.test(answer);
      }

      @Override
      public String text() {
        return text;
      }
    };
  }

  private static Sizing sizing(Objective objective, int most) {
    return new Sizing(new CapacityPlan(1), objective, most);
  }

  @Test
  void finds_the_smallest_number_and_shows_one_less_to_fail() {
    Scenario scenario =
        Fleet.of(new Workload.Poisson(60_000), 1_000, Fleet.DOCUMENTED, Extent.jobs(3, 2, 5_000));

    Sizing.Sized sized = sizing(P99_WITHIN_A_SECOND, 100).smallest(scenario);

    assertThat(sized)
        .asInstanceOf(type(Sizing.Sized.Enough.class))
        .satisfies(
            enough -> {
              assertThat(enough.units()).isEqualTo(11);
              assertThat(P99_WITHIN_A_SECOND.metBy(enough.answer())).isTrue();
              assertThat(enough.below())
                  .hasValueSatisfying(
                      below -> {
                        assertThat(below.scenario().supply().units()).isEqualTo(10);
                        assertThat(P99_WITHIN_A_SECOND.metBy(below)).isFalse();
                      });
            });
  }

  @Test
  void one_unit_that_is_enough_has_nothing_below() {
    Scenario scenario =
        Fleet.of(new Workload.Poisson(60), 1_000, Fleet.DOCUMENTED, Extent.jobs(3, 1, 100));

    assertThat(sizing(P99_WITHIN_A_SECOND, 100).smallest(scenario))
        .asInstanceOf(type(Sizing.Sized.Enough.class))
        .matches(enough -> enough.units() == 1 && enough.below().isEmpty());
  }

  @Test
  void an_objective_that_more_units_cannot_meet_is_said_to_be_impossible() {
    Scenario scenario =
        Fleet.of(new Workload.Poisson(60_000), 1_000, Fleet.DOCUMENTED, Extent.jobs(3, 1, 500));

    assertThat(sizing(objective("e2e<0s", answer -> false), 10_000).smallest(scenario))
        .asInstanceOf(type(Sizing.Sized.Impossible.class))
        .extracting(Sizing.Sized.Impossible::why)
        .isEqualTo(
            "e2e<0s cannot be met by more quota units: with 8 nobody is refused or waits for a"
                + " limit any more");
  }

  @Test
  void too_few_units_to_try_are_said() {
    Scenario scenario =
        Fleet.of(new Workload.Poisson(60_000), 1_000, Fleet.DOCUMENTED, Extent.jobs(3, 1, 5_000));

    assertThat(sizing(P99_WITHIN_A_SECOND, 5).smallest(scenario))
        .asInstanceOf(type(Sizing.Sized.Impossible.class))
        .extracting(Sizing.Sized.Impossible::why)
        .isEqualTo("p99wait<=1s is not met with 5 quota units, the most that were tried");
  }

  @ParameterizedTest
  @CsvSource({"sliding-log,7", "fixed-from-first,6", "calendar,6", "token-bucket,4"})
  void a_recorded_trace_needs_more_than_its_mean_rate_says(String window, int units)
      throws IOException {
    assumeTrue(Files.exists(TRACE), "the recorded trace is not here");
    Scenario replay = Hypothesis.named(window).orElseThrow().on(replay());

    Sizing.Sized sized = sizing(P99_WITHIN_A_SECOND, 100).smallest(replay);

    assertThat(sized)
        .asInstanceOf(type(Sizing.Sized.Enough.class))
        .satisfies(
            enough -> {
              assertThat(enough.units()).isEqualTo(units);
              System.out.printf(
                  "%s: %d units, p99 %.1f s, max %.1f s; one less: p99 %.1f s%n",
                  window,
                  enough.units(),
                  enough.answer().waitSeconds(99).mean(),
                  enough.answer().waitSeconds(100).mean(),
                  enough.below().orElseThrow().waitSeconds(99).mean());
            });
  }

  @Test
  void a_recorded_trace_waits_as_it_was_measured_to() throws IOException {
    assumeTrue(Files.exists(TRACE), "the recorded trace is not here");
    CapacityPlan plan = new CapacityPlan(1);

    Answer six = plan.measure(replay().withUnits(6));
    Answer seven = plan.measure(replay().withUnits(7));
    Answer unretried = plan.measure(replay().withUnits(7).with(ClientPlan.noRetry()));
    Answer jittered =
        plan.measure(
            replay()
                .withUnits(2)
                .with(
                    ClientPlan.expFullJitter(
                        Duration.ofSeconds(1), Duration.ofSeconds(60), ClientPlan.UNBOUNDED)));

    assertThat(
            "K=6 p99 %.1f s; K=7 p99 %.1f s, max %.1f s; no retry refused %.2f %%; K=2 jitter p99 %.0f s"
                .formatted(
                    six.waitSeconds(99).mean(),
                    seven.waitSeconds(99).mean(),
                    seven.waitSeconds(100).mean(),
                    100 * unretried.firstRefusedShare().mean(),
                    jittered.waitSeconds(99).mean()))
        .isEqualTo(
            "K=6 p99 9.3 s; K=7 p99 0.0 s, max 3.1 s; no retry refused 0.28 %; K=2 jitter p99 682"
                + " s");
  }

  private static Scenario replay() throws IOException {
    Trace.Builder trace = new Trace.Builder();
    List<String> lines = Files.readAllLines(TRACE);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      LocalDateTime at = LocalDateTime.parse(fields[0].replace(' ', 'T'));
      trace.add(
          ChronoUnit.NANOS.between(LocalDateTime.of(2023, 1, 1, 0, 0), at),
          Long.parseLong(fields[1]),
          Long.parseLong(fields[2]));
    }
    return Fleet.of(
        Workload.Traced.once(trace.build()), 0, Fleet.DOCUMENTED, Extent.jobs(1, 1, Extent.ALL));
  }
}
