package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Attempt;
import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Comparison;
import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Judge;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Metric;
import dev.mimokit.core.journal.JournalEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one run left behind.
 *
 * @param events of the server and of the caller, up to the end
 * @param endNanos when the observation ended
 * @param worstStallNanos the longest that the host stalled meanwhile
 * @param trouble why it could not be run as it should; else empty
 * @param remarks what the driver did that no driver should; shown with the verdict
 */
record RunRecord(
    List<JournalEvent> events,
    long endNanos,
    long worstStallNanos,
    Optional<String> trouble,
    List<String> remarks) {

  /** Puts the events in order of time. */
  RunRecord {
    long end = endNanos;
    events =
        events.stream().sorted(Comparator.comparingLong(event -> event.atNanos() - end)).toList();
    remarks = List.copyOf(remarks);
  }

  /** One without remarks. */
  RunRecord(
      List<JournalEvent> events, long endNanos, long worstStallNanos, Optional<String> trouble) {
    this(events, endNanos, worstStallNanos, trouble, List.of());
  }

  static RunRecord failed(String trouble, long nowNanos) {
    return new RunRecord(List.of(), nowNanos, 0, Optional.of(trouble));
  }

  /** Its events, closed by what a judge of the journal has to know beside them. */
  List<JournalEvent> journal() {
    List<JournalEvent> all = new ArrayList<>(events);
    all.add(new JournalEvent.Ended(endNanos, worstStallNanos, trouble.orElse("")));
    return all;
  }

  /** Judges a case by it; inconclusive where the harness did not establish what the case needs. */
  Judgement judge(Case tested) {
    Judgement judgement =
        trouble
            .map(why -> Judgements.inconclusive(tested, why))
            .orElseGet(() -> judged(tested, Evidence.of(events, endNanos)));
    return Judgements.noted(judgement, remarks);
  }

  /** The same where nobody heard what callers were told: on the wire alone. */
  Judgement judgeWire(Case tested) {
    return trouble
        .map(why -> Judgements.inconclusive(tested, why))
        .orElseGet(() -> judged(tested, Evidence.onTheWire(events, endNanos)));
  }

  private static Judgement judged(Case tested, Evidence evidence) {
    Judgement judgement = Judge.judge(tested, evidence);
    Optional<String> unmet = unmet(tested, evidence);
    return unmet.isEmpty() || evidence.attempts().isEmpty()
        ? judgement
        : Judgements.discarded(judgement, unmet.get());
  }

  private static Optional<String> unmet(Case tested, Evidence evidence) {
    if (!tested.script().variants().isEmpty()) {
      return offScript(tested, evidence);
    }
    boolean refused = evidence.attempts().stream().anyMatch(attempt -> attempt.status() == 429);
    return needsRefusal(tested) && !refused
        ? Optional.of("the load never met the limit: no attempt was refused")
        : Optional.empty();
  }

  private static Optional<String> offScript(Case tested, Evidence evidence) {
    return evidence.calls().stream()
        .flatMap(call -> call.attempts().stream().limit(1))
        .map(Attempt::status)
        .filter(status -> !tested.script().allowsFirst(status))
        .findFirst()
        .map(status -> "the mock left the script: it answered " + status + " first");
  }

  private static boolean needsRefusal(Case tested) {
    return tested.phase().isPresent()
        && tested.criteria().stream()
            .anyMatch(
                criterion ->
                    criterion.metric() == Metric.ATTEMPTS_MAX
                        && criterion.comparison() == Comparison.AT_LEAST
                        && criterion.threshold() > 1);
  }
}
