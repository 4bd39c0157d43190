package dev.mimokit.load.run;

import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.scenario.Counters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mock's view of one live load. Pure. */
final class LiveEvidence {

  /** Above this the machine, not the policy, decides when attempts arrive. */
  private static final double MOST_ATTEMPT_SECONDS = 1.0;

  private static final double NANOS = 1e9;

  private final Map<String, Long> firstByCall = new LinkedHashMap<>();
  private long admitted;
  private long refused;
  private long lastAdmissionNanos;

  private LiveEvidence(List<JournalEvent> events) {
    for (JournalEvent event : events) {
      if (event instanceof JournalEvent.Received received) {
        firstByCall.putIfAbsent(received.call(), received.atNanos());
      } else if (event instanceof JournalEvent.Admitted) {
        admitted++;
        lastAdmissionNanos = event.atNanos();
      } else if (event instanceof JournalEvent.Rejected) {
        refused++;
      }
    }
  }

  /** Reads the mock's events of one load. */
  static LiveEvidence of(List<JournalEvent> served) {
    return new LiveEvidence(served);
  }

  /** Nothing can be concluded. */
  static LiveLoad.Outcome trouble(String why) {
    return new LiveLoad.Outcome(0, 0, 0, 0, List.of(), 0, Optional.of(why));
  }

  /**
   * What the load came to.
   *
   * @param takenNanos when the used permits of its window were taken, so to say
   * @param slowestAttempt of all but one in a hundred, seconds
   */
  LiveLoad.Outcome outcome(
      LiveLoad load, long takenNanos, Counters counters, double slowestAttempt) {
    if (firstByCall.isEmpty()) {
      return trouble("no attempt arrived");
    }
    long first = firstByCall.values().stream().min(Long::compare).orElseThrow();
    return new LiveLoad.Outcome(
        counters.offered(),
        admitted,
        refused,
        admitted == 0 ? 0 : (lastAdmissionNanos - first) / NANOS,
        firstByCall.values().stream().map(at -> at - first).sorted().toList(),
        load.restored() ? (first - takenNanos) / NANOS : 0,
        trouble(counters, slowestAttempt));
  }

  private Optional<String> trouble(Counters counters, double slowestAttempt) {
    if (counters.unfinished() > 0 || counters.unanswered() > 0 || counters.failed() > 0) {
      return Optional.of(
          "%d calls unfinished, %d attempts unanswered, %d failed"
              .formatted(counters.unfinished(), counters.unanswered(), counters.failed()));
    }
    if (counters.answered() != admitted || counters.refused() != refused) {
      return Optional.of(
          "Gatling counted %d answers and %d refusals, the mock %d and %d"
              .formatted(counters.answered(), counters.refused(), admitted, refused));
    }
    return slowestAttempt > MOST_ATTEMPT_SECONDS
        ? Optional.of(
            "the machine is too busy: one attempt in a hundred took more than %.1f s"
                .formatted(slowestAttempt))
        : Optional.empty();
  }
}
