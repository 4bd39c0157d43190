package dev.mimokit.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Judge;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.load.cases.CaseCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The whole catalogue in virtual time, for the client that is right and for those that are not. */
class MutantTest {

  private static final long SEED = 20_261_123;
  private static final List<Case> CASES = CaseCatalog.load().cases();

  private record Row(String name, Verdict verdict) {

    @Override
    public String toString() {
      return name + " " + verdict;
    }
  }

  @Test
  void the_reference_client_is_right_everywhere() {
    for (long seed = SEED; seed < SEED + 3; seed++) {
      assertThat(rows(Mutant.reference(), seed))
          .as("seed %d", seed)
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.verdict()).isIn(Verdict.OK, Verdict.INFORMATIONAL));
    }
  }

  @Test
  void the_same_seed_gives_the_same_timelines() {
    assertThat(timelines(SEED)).isEqualTo(timelines(SEED)).isNotEqualTo(timelines(SEED + 1));
  }

  @TestFactory
  Stream<DynamicTest> each_mutant_flips_exactly_the_verdicts_beside_it() {
    List<Row> right = rows(Mutant.reference(), SEED);
    return Mutant.all().stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> assertFlips(mutant, right)));
  }

  private static void assertFlips(Mutant mutant, List<Row> right) {
    List<Row> flipped = new ArrayList<>(rows(mutant.subject(), SEED));
    flipped.removeAll(right);

    assertThat(flipped)
        .extracting(Row::toString)
        .containsExactlyElementsOf(mutant.flips().lines().toList());
  }

  private static List<Row> rows(VirtualRun.Subject subject, long seed) {
    List<Row> rows = new ArrayList<>();
    Map<String, Evidence> runs = new HashMap<>();
    for (Case tested : CASES) {
      Evidence run =
          runs.computeIfAbsent(
              tested.sharesRunOf().orElse(tested.id()), id -> VirtualRun.of(tested, subject, seed));
      Judgement judgement = Judge.judge(tested, run);
      rows.add(new Row(tested.id() + " behavior", judgement.behavior()));
      rows.add(new Row(tested.id() + " outcome", judgement.outcome()));
    }
    return rows;
  }

  private static List<String> timelines(long seed) {
    return CASES.stream()
        .limit(15)
        .flatMap(
            tested ->
                Judge.judge(tested, VirtualRun.of(tested, Mutant.reference(), seed))
                    .timeline()
                    .stream())
        .toList();
  }
}
