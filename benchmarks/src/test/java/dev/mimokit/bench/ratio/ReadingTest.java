package dev.mimokit.bench.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.ratio.Question.Sense;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Test
  void a_machine_that_becomes_steadily_slower_changes_neither_ratio() {
    Round round = new Round(10, 2 * 11, 12, 13, 14);

    assertThat(round.cost()).isCloseTo(2, EXACT);
    assertThat(round.control()).isCloseTo(1, EXACT);
  }

  @Test
  void the_median_of_the_rounds_ignores_one_that_was_disturbed() {
    Round quiet = new Round(10, 30, 10, 10, 10);
    Round disturbed = new Round(10, 900, 10, 70, 10);

    Reading reading = Reading.of(List.of(quiet, disturbed, quiet), Sense.COST);

    assertThat(reading.value()).isCloseTo(3, EXACT);
    assertThat(reading.control()).hasValue(1);
  }

  @Test
  void speed_is_the_other_way_round_and_its_control_is_not() {
    Reading reading = Reading.of(List.of(new Round(10, 2.5, 10, 11, 10)), Sense.SPEED);

    assertThat(reading.value()).isCloseTo(4, EXACT);
    assertThat(reading.control().orElseThrow()).isCloseTo(1.1, EXACT);
  }

  @Test
  void the_band_of_the_control_reaches_from_95_to_105_hundredths() {
    assertThat(withControl(0.951).isUndisturbed()).isTrue();
    assertThat(withControl(1.049).isUndisturbed()).isTrue();
    assertThat(withControl(0.949).isUndisturbed()).isFalse();
    assertThat(withControl(1.051).isUndisturbed()).isFalse();
    assertThat(Reading.of(24).isUndisturbed()).isTrue();
  }

  private static Reading withControl(double control) {
    return Reading.of(List.of(new Round(1, 1, 1, control, 1)), Sense.COST);
  }
}
