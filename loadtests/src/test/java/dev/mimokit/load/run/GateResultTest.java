package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.load.cases.CaseCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateResultTest {

  private static final Case ANY = CaseCatalog.load().cases().get(0);

  @Test
  void nothing_held_against_anybody_is_zero() {
    assertThat(exit(false, Verdict.OK, Verdict.INFORMATIONAL, Verdict.UNIMPLEMENTED)).isZero();
  }

  @Test
  void a_failure_is_one_and_outweighs_what_could_not_be_judged() {
    assertThat(exit(false, Verdict.OK, Verdict.INCONCLUSIVE, Verdict.FAILED)).isEqualTo(1);
  }

  @Test
  void a_broken_should_is_one_in_a_strict_gate_only() {
    assertThat(exit(true, Verdict.NON_STRICT)).isEqualTo(1);
    assertThat(exit(false, Verdict.NON_STRICT)).isZero();
  }

  @Test
  void what_could_not_be_judged_is_three_and_never_a_pass() {
    assertThat(exit(false, Verdict.OK, Verdict.INCONCLUSIVE)).isEqualTo(3);
    assertThat(exit(true, Verdict.OK, Verdict.INCONCLUSIVE)).isEqualTo(3);
  }

  private static int exit(boolean strict, Verdict... outcomes) {
    List<CaseResult> results =
        Arrays.stream(outcomes)
            .map(outcome -> new Judgement(Verdict.OK, outcome, List.of(), "", List.of()))
            .map(judgement -> new CaseResult(ANY, judgement))
            .toList();
    return GateResult.exit(Map.of("any", results), strict);
  }
}
