package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Criterion;
import dev.mimokit.core.conformance.Finding;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Metric;
import dev.mimokit.core.conformance.Verdict;
import java.util.List;
import java.util.OptionalDouble;

/** Judgements that the harness has to make itself, because it could not establish a case. */
final class Judgements {

  private static final double LEAST_MEAN_NANOS = 0.4e9;
  private static final double HERDS = 2;
  private static final double NANOS = 1e9;

  /** Seconds; what tells a hot loop from a wait. */
  private static final double MOMENT = 0.05;

  private Judgements() {}

  /** A case that could not be run, with the reason. */
  static Judgement inconclusive(Case tested, String why) {
    return unmeasured(tested, Verdict.INCONCLUSIVE, why);
  }

  /** A case that cannot be run with that client, with the reason. */
  static Judgement unimplemented(Case tested, String why) {
    return unmeasured(tested, Verdict.UNIMPLEMENTED, why);
  }

  private static Judgement unmeasured(Case tested, Verdict verdict, String why) {
    List<Finding> unmeasured =
        tested.criteria().stream()
            .map(criterion -> new Finding(criterion, OptionalDouble.empty()))
            .toList();
    return new Judgement(verdict, verdict, unmeasured, why, List.of());
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

  /** The same, with more said beside the verdict. */
  static Judgement noted(Judgement judgement, List<String> remarks) {
    if (remarks.isEmpty()) {
      return judgement;
    }
    String more = String.join("; ", remarks);
    return new Judgement(
        judgement.behavior(),
        judgement.outcome(),
        judgement.findings(),
        judgement.note().isEmpty() ? more : judgement.note() + "; " + more,
        judgement.timeline());
  }

  /** Whether nothing is held against the client. */
  static boolean clean(Judgement judgement) {
    return clean(judgement.behavior()) && clean(judgement.outcome());
  }

  /**
   * Whether a host that stalled so long cannot have made the verdict: nothing is held against the
   * client, and no spread of waits was passed that the stall itself may have made. A wait is moved
   * by a stall at its begin and at its end, so the deviation grows by at most the stall, over a
   * mean of at least 0.4 s. A herd that arrives around a stall is split by it in two, so its share
   * is at most halved. The gap of a hot loop grows by the stall.
   */
  static boolean stands(Judgement judgement, long worstStallNanos) {
    return clean(judgement)
        && judgement.findings().stream().noneMatch(finding -> doubtful(finding, worstStallNanos));
  }

  /** Whether the smallest stall can make it hold: a spread of waits, and a gap of a moment. */
  static boolean delicate(Criterion criterion) {
    return criterion.metric() == Metric.FIRST_DELAY_CV
        || criterion.metric() == Metric.HERD_FACTOR
        || (criterion.metric() == Metric.GAP_MIN && criterion.threshold() <= MOMENT);
  }

  private static boolean doubtful(Finding finding, long worstStallNanos) {
    if (!delicate(finding.criterion())) {
      return false;
    }
    double measured = finding.measured().orElse(Double.NaN);
    double worst =
        switch (finding.criterion().metric()) {
          case FIRST_DELAY_CV -> measured - worstStallNanos / LEAST_MEAN_NANOS;
          case HERD_FACTOR -> worstStallNanos == 0 ? measured : HERDS * measured;
          case GAP_MIN -> measured - worstStallNanos / NANOS;
          default -> Double.NaN;
        };
    Criterion criterion = finding.criterion();
    return !Double.isNaN(worst) && !criterion.comparison().holds(worst, criterion.threshold());
  }

  private static boolean clean(Verdict verdict) {
    return verdict == Verdict.OK
        || verdict == Verdict.INFORMATIONAL
        || verdict == Verdict.UNIMPLEMENTED;
  }
}
