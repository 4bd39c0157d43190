package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Aspect;
import dev.mimokit.core.conformance.Comparison;
import dev.mimokit.core.conformance.Criterion;
import dev.mimokit.core.conformance.Finding;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Metric;
import dev.mimokit.core.conformance.Severity;
import dev.mimokit.core.conformance.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JudgementsTest {

  private static final long STALL_NANOS = 60_000_000;

  @Test
  void a_spread_that_a_stall_may_have_made_does_not_stand() {
    assertThat(Judgements.stands(spread(Verdict.OK, 0.10), STALL_NANOS)).isFalse();
    assertThat(Judgements.stands(spread(Verdict.OK, 0.10), 0)).isTrue();
  }

  @Test
  void a_spread_far_beyond_what_a_stall_makes_stands() {
    assertThat(Judgements.stands(spread(Verdict.OK, 0.19), STALL_NANOS)).isTrue();
  }

  @Test
  void a_herd_that_a_stall_may_have_split_does_not_stand() {
    assertThat(Judgements.stands(herd(0.3), STALL_NANOS)).isFalse();
    assertThat(Judgements.stands(herd(0.3), 0)).isTrue();
    assertThat(Judgements.stands(herd(0.2), STALL_NANOS)).isTrue();
  }

  @Test
  void a_gap_that_a_stall_may_have_made_does_not_stand() {
    assertThat(Judgements.stands(gap(0.1), STALL_NANOS)).isFalse();
    assertThat(Judgements.stands(gap(0.1), 0)).isTrue();
    assertThat(Judgements.stands(gap(0.4), STALL_NANOS)).isTrue();
  }

  private static Judgement gap(double measured) {
    Criterion hot =
        new Criterion(
            Aspect.BEHAVIOR, Metric.GAP_MIN, Comparison.AT_LEAST, 0.05, Severity.MUST, "hot loop");
    Finding finding = new Finding(hot, OptionalDouble.of(measured));
    return new Judgement(Verdict.OK, Verdict.OK, List.of(finding), "", List.of());
  }

  private static Judgement herd(double measured) {
    Criterion spread =
        new Criterion(
            Aspect.BEHAVIOR,
            Metric.HERD_FACTOR,
            Comparison.AT_MOST,
            0.5,
            Severity.SHOULD,
            "half a second of spread");
    Finding finding = new Finding(spread, OptionalDouble.of(measured));
    return new Judgement(Verdict.OK, Verdict.OK, List.of(finding), "", List.of());
  }

  @Test
  void what_is_held_against_a_client_never_stands() {
    assertThat(Judgements.stands(spread(Verdict.FAILED, 0.01), 0)).isFalse();
  }

  private static Judgement spread(Verdict verdict, double measured) {
    Criterion jittered =
        new Criterion(
            Aspect.BEHAVIOR,
            Metric.FIRST_DELAY_CV,
            Comparison.AT_LEAST,
            0.03,
            Severity.MUST,
            "noise");
    Finding finding = new Finding(jittered, OptionalDouble.of(measured));
    return new Judgement(verdict, Verdict.INFORMATIONAL, List.of(finding), "", List.of());
  }
}
