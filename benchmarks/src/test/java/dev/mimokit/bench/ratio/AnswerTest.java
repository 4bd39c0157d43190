package dev.mimokit.bench.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.ratio.Question.Weighing;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import dev.mimokit.bench.row.Target;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final Label LABEL =
      Label.of("limiter/reject", "x nanoTime").against(Target.atMost(1.2));

  @Test
  void a_row_has_the_median_of_all_blocks_and_their_extremes() {
    Findings findings = answer(reading(1.3, 1), reading(1.1, 1.02), reading(1.15, 0.97));

    Row row = findings.rows().get(0);
    assertThat(row.spread()).isEqualTo(Spread.of(List.of(1.3, 1.1, 1.15)));
    assertThat(row.met()).hasValue(true);
    assertThat(findings.controls().get(0).spread()).isEqualTo(Spread.of(List.of(1.0, 1.02, 0.97)));
    assertThat(findings.sound()).isTrue();
  }

  @Test
  void outside_the_band_of_its_control_a_row_is_neither_met_nor_not_met() {
    Findings findings = answer(reading(1.1, 1), reading(1.1, 1.06));

    Row row = findings.rows().get(0);
    assertThat(row.met()).isEmpty();
    assertThat(row.disturbance()).hasValue("control 1.000..1.060 is not within 1 +- 0.05");
    assertThat(findings.sound()).isFalse();
  }

  @Test
  void a_weight_needs_no_control() {
    Findings findings = answer(Reading.of(1));

    assertThat(findings.controls()).isEmpty();
    assertThat(findings.rows().get(0).met()).hasValue(true);
  }

  @Test
  void what_was_skipped_is_no_row_and_is_told_once() {
    Told skipped = new Told.Skipped("limiter/reject", "no native library");

    Findings findings =
        RatioRunner.together(List.of(new Weighing(LABEL, () -> 1.0)), List.of(skipped, skipped));

    assertThat(findings.rows()).isEmpty();
    assertThat(findings.skipped()).containsExactly("limiter/reject: no native library");
  }

  private static Findings answer(Reading... readings) {
    return new Answer(LABEL, List.of(readings)).findings();
  }

  private static Reading reading(double value, double control) {
    return new Reading(value, OptionalDouble.of(control));
  }
}
