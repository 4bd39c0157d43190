package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Finding;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import java.util.List;
import java.util.OptionalDouble;

/** Judgements that the harness has to make itself, because it could not establish a case. */
final class Judgements {

  private Judgements() {}

  /** A case that could not be run, with the reason. */
  static Judgement inconclusive(Case tested, String why) {
    List<Finding> unmeasured =
        tested.criteria().stream()
            .map(criterion -> new Finding(criterion, OptionalDouble.empty()))
            .toList();
    return new Judgement(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE, unmeasured, why, List.of());
  }

  /** What was measured, though it cannot be held against the client, with the reason. */
  static Judgement discarded(Judgement judgement, String why) {
    return new Judgement(
        Verdict.INCONCLUSIVE,
        Verdict.INCONCLUSIVE,
        judgement.findings(),
        why,
        judgement.timeline());
  }

  /** Whether nothing is held against the client. */
  static boolean clean(Judgement judgement) {
    return clean(judgement.behavior()) && clean(judgement.outcome());
  }

  private static boolean clean(Verdict verdict) {
    return verdict == Verdict.OK
        || verdict == Verdict.INFORMATIONAL
        || verdict == Verdict.UNIMPLEMENTED;
  }
}
