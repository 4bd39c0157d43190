package dev.mimokit.bench.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.ratio.Question.Race;
import dev.mimokit.bench.ratio.Question.Sense;
import dev.mimokit.core.time.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MeasurerTest {

  private static final Pace PACE = new Pace(1, Duration.ofMillis(50), 3, Duration.ofMillis(30));

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 1_000_000);

  @Test
  void finds_the_ratio_of_two_that_take_different_times() {
    Race race =
        new Race(Label.of("x/y", "x"), Sense.COST, 1, () -> new Sides(taking(700), taking(200)));

    List<Reading> readings = new Measurer(clock, PACE).answer(race);

    assertThat(readings).hasSize(3);
    assertThat(readings)
        .allSatisfy(
            reading -> {
              assertThat(reading.value()).isCloseTo(3.5, Offset.offset(1e-9));
              assertThat(reading.control()).hasValue(1);
            });
  }

  @Test
  void one_repeat_that_is_longer_than_a_block_is_measured_all_the_same() {
    Race race =
        new Race(
            Label.of("x/y", "x"),
            Sense.SPEED,
            1,
            () -> new Sides(taking(50_000_000), taking(200_000_000)));

    assertThat(new Measurer(clock, PACE).answer(race))
        .hasSize(3)
        .allSatisfy(reading -> assertThat(reading.value()).isEqualTo(4));
  }

  @Test
  void a_machine_that_does_other_work_is_given_up_after_twice_the_time() {
    int[] slices = {0};
    Work uneven =
        times -> {
          clock.advance(Duration.ofNanos(times * (slices[0]++ % 3 == 2 ? 400L : 100L)));
          return 0;
        };
    Race race = new Race(Label.of("x/y", "x"), Sense.COST, 1, () -> new Sides(taking(100), uneven));

    List<Reading> readings = new Measurer(clock, PACE).answer(race);

    assertThat(readings).hasSizeBetween(4, 6);
    assertThat(readings).anyMatch(reading -> !reading.isUndisturbed());
  }

  @Test
  void disturbed_readings_are_left_out_when_enough_others_remain() {
    Reading good = new Reading(2, OptionalDouble.of(1.01));
    Reading bad = new Reading(9, OptionalDouble.of(1.3));

    assertThat(Measurer.kept(List.of(good, bad, good), 2)).containsExactly(good, good);
    assertThat(Measurer.kept(List.of(good, bad, bad), 2)).containsExactly(good, bad, bad);
  }

  @Test
  void warming_up_takes_its_time_and_enough_slices_but_not_for_ever() {
    Duration span = Duration.ofNanos(100);

    assertThat(Racetrack.isCold(0, 9_999, span)).isTrue();
    assertThat(Racetrack.isCold(39, 999, span)).isTrue();
    assertThat(Racetrack.isCold(39, 1_000, span)).isFalse();
    assertThat(Racetrack.isCold(40, 99, span)).isTrue();
    assertThat(Racetrack.isCold(40, 100, span)).isFalse();
  }

  @Test
  void repeats_fill_a_slice_and_at_most_double_at_a_time() {
    assertThat(Racetrack.times(1_000, 600)).isEqualTo(1_000);
    assertThat(Racetrack.times(10, 600)).isEqualTo(1_200);
    assertThat(Racetrack.times(5_000_000, 600)).isEqualTo(1);
    assertThat(Racetrack.times(0, 1 << 24)).isEqualTo(1 << 24);
  }

  private Work taking(long nanos) {
    return times -> {
      clock.advance(Duration.ofNanos(times * nanos));
      return times;
    };
  }
}
