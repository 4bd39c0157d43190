package dev.mimokit.load.run;

import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Load;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mock's view of one load, to which what the virtual users asked and were told is added:
 * Gatling only counts that. A call that was served was told so; any other was told of its last
 * refusal, unless the load ended before. Pure.
 */
final class LoadEvidence {

  private record Last(long atNanos, int status) {

    /** The later one, but a success is never forgotten. */
    Last better(Last later) {
      return served() && !later.served() ? this : later;
    }

    boolean served() {
      return status == 200;
    }
  }

  private final List<JournalEvent> events;
  private final Map<String, Long> firstNanos = new HashMap<>();
  private final Map<String, Last> last = new HashMap<>();

  private LoadEvidence(List<JournalEvent> events) {
    this.events = List.copyOf(events);
    Map<Long, String> calls = new HashMap<>();
    for (JournalEvent event : events) {
      if (event instanceof JournalEvent.Received received) {
        firstNanos.putIfAbsent(received.call(), received.atNanos());
        calls.put(received.exchange(), received.call());
      } else if (event instanceof JournalEvent.Answered answered) {
        String call = calls.getOrDefault(answered.exchange(), "");
        last.merge(call, new Last(answered.atNanos(), answered.status()), Last::better);
      }
    }
  }

  /** Reads the mock's events of one load. */
  static LoadEvidence of(List<JournalEvent> served) {
    return new LoadEvidence(served);
  }

  /** The whole evidence; in trouble when Gatling and the mock disagree about what was served. */
  RunRecord joined(Load load, Counters counters, long endNanos) {
    List<JournalEvent> all = new ArrayList<>();
    for (long user = 1; user <= counters.offered(); user++) {
      String job = load.job(user);
      all.add(new JournalEvent.Asked(firstNanos.getOrDefault(job, endNanos), job));
      told(job, counters.unfinished() == 0).ifPresent(all::add);
    }
    all.addAll(events);
    return new RunRecord(all, endNanos, 0, disagreement(counters));
  }

  private Optional<JournalEvent.Told> told(String job, boolean allFinished) {
    return Optional.ofNullable(last.get(job))
        .filter(answer -> answer.served() || allFinished)
        .map(
            answer ->
                new JournalEvent.Told(
                    answer.atNanos(), job, answer.served(), answer.status(), "", "", false));
  }

  private Optional<String> disagreement(Counters counters) {
    long served = last.values().stream().filter(Last::served).count();
    return counters.answered() == served
        ? Optional.empty()
        : Optional.of(
            "Gatling counted " + counters.answered() + " answered calls, the mock " + served);
  }
}
