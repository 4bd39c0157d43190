package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.JournalEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one run of a case left behind: every call that was asked for with its attempts and answers,
 * up to the end of the observation.
 *
 * @param calls in the order they were asked for
 * @param strays attempts that no asked call explains
 * @param endNanos when the observation ended
 * @param heard whether what callers were told was listened for
 */
public record Evidence(List<Call> calls, List<Attempt> strays, long endNanos, boolean heard) {

  /** Copies the lists. */
  public Evidence {
    calls = List.copyOf(calls);
    strays = List.copyOf(strays);
  }

  /** Joins a journal's events into calls; events after {@code endNanos} are left out. */
  public static Evidence of(List<JournalEvent> events, long endNanos) {
    Joiner joiner = new Joiner();
    events.stream()
        .filter(event -> event.atNanos() - endNanos <= 0)
        .sorted(Comparator.comparingLong(event -> event.atNanos() - endNanos))
        .forEach(joiner::take);
    return joiner.evidence(endNanos);
  }

  /**
   * A server's events alone: every call that arrived was asked for, and nobody heard what its
   * caller was told. Attempts whose call has no name belong together when their bodies are the
   * same.
   */
  public static Evidence onTheWire(List<JournalEvent> events, long endNanos) {
    List<JournalEvent> all = new ArrayList<>();
    for (JournalEvent event : events) {
      if (event instanceof JournalEvent.Received received) {
        JournalEvent.Received named =
            received.call().isEmpty() ? received.named("body-" + received.bodyHash()) : received;
        all.add(new JournalEvent.Asked(named.atNanos(), named.call()));
        all.add(named);
      } else if (event instanceof JournalEvent.Served) {
        all.add(event);
      }
    }
    Evidence joined = of(all, endNanos);
    return new Evidence(joined.calls(), joined.strays(), endNanos, false);
  }

  /** All attempts of all calls, in order of arrival. */
  public List<Attempt> attempts() {
    return calls.stream()
        .flatMap(call -> call.attempts().stream())
        .sorted(Comparator.comparingLong(attempt -> attempt.receivedNanos() - endNanos))
        .toList();
  }

  private static final class Joiner {

    private final Map<Long, Attempt> attempts = new LinkedHashMap<>();
    private final Map<String, List<JournalEvent.Told>> asked = new LinkedHashMap<>();
    private final Map<String, Long> askedNanos = new HashMap<>();

    void take(JournalEvent event) {
      if (event instanceof JournalEvent.Asked e) {
        asked.putIfAbsent(e.call(), new ArrayList<>());
        askedNanos.putIfAbsent(e.call(), e.atNanos());
      } else if (event instanceof JournalEvent.Told e) {
        asked.computeIfAbsent(e.call(), name -> new ArrayList<>()).add(e);
      } else if (event instanceof JournalEvent.Received e) {
        attempts.put(e.exchange(), Attempt.of(e));
      } else if (event instanceof JournalEvent.Rejected e) {
        attempts.computeIfPresent(e.exchange(), (number, attempt) -> attempt.rejected(e.causes()));
      } else if (event instanceof JournalEvent.Answered e) {
        attempts.computeIfPresent(e.exchange(), (number, attempt) -> attempt.answered(e));
      } else if (event instanceof JournalEvent.Aborted e) {
        attempts.computeIfPresent(
            e.exchange(), (number, attempt) -> attempt.brokenOff(e.atNanos()));
      }
    }

    Evidence evidence(long endNanos) {
      Map<String, List<Attempt>> byCall = new LinkedHashMap<>();
      asked.keySet().forEach(name -> byCall.put(name, new ArrayList<>()));
      List<Attempt> strays = new ArrayList<>();
      for (Attempt attempt : attempts.values()) {
        byCall.getOrDefault(attempt.call(), strays).add(attempt);
      }
      List<Call> calls = new ArrayList<>();
      byCall.forEach((name, sent) -> calls.add(new Call(name, sent, told(name), askedNanos(name))));
      return new Evidence(calls, strays, endNanos, true);
    }

    private OptionalLong askedNanos(String name) {
      Long nanos = askedNanos.get(name);
      return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    private List<JournalEvent.Told> told(String name) {
      return asked.getOrDefault(name, List.of());
    }
  }
}
