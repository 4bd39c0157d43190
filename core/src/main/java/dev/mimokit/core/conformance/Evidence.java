package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.JournalEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one run of a case left behind: every call that was asked for with its attempts and answers,
 * up to the end of the observation.
 *
 * @param calls in the order they were asked for
 * @param strays attempts that no asked call explains
 * @param endNanos when the observation ended
 */
public record Evidence(List<Call> calls, List<Attempt> strays, long endNanos) {

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

    void take(JournalEvent event) {
      if (event instanceof JournalEvent.Asked e) {
        asked.putIfAbsent(e.call(), new ArrayList<>());
      } else if (event instanceof JournalEvent.Told e) {
        asked.computeIfAbsent(e.call(), name -> new ArrayList<>()).add(e);
      } else if (event instanceof JournalEvent.Received e) {
        attempts.put(e.exchange(), received(e));
      } else if (event instanceof JournalEvent.Rejected e) {
        attempts.computeIfPresent(e.exchange(), (number, attempt) -> rejected(attempt, e));
      } else if (event instanceof JournalEvent.Answered e) {
        attempts.computeIfPresent(e.exchange(), (number, attempt) -> answered(attempt, e));
      } else if (event instanceof JournalEvent.Aborted e) {
        attempts.computeIfPresent(e.exchange(), (number, attempt) -> brokenOff(attempt, e));
      }
    }

    private static Attempt received(JournalEvent.Received e) {
      return new Attempt(
          e.exchange(),
          e.call(),
          e.keyHash(),
          e.bodyHash(),
          e.atNanos(),
          OptionalLong.empty(),
          0,
          OptionalLong.empty(),
          Set.of());
    }

    private static Attempt rejected(Attempt a, JournalEvent.Rejected e) {
      return new Attempt(
          a.exchange(),
          a.call(),
          a.keyHash(),
          a.bodyHash(),
          a.receivedNanos(),
          a.answeredNanos(),
          a.status(),
          a.retryAfterNanos(),
          e.causes());
    }

    private static Attempt answered(Attempt a, JournalEvent.Answered e) {
      return new Attempt(
          a.exchange(),
          a.call(),
          a.keyHash(),
          a.bodyHash(),
          a.receivedNanos(),
          OptionalLong.of(e.atNanos()),
          e.status(),
          e.retryAfterNanos(),
          a.causes());
    }

    private static Attempt brokenOff(Attempt a, JournalEvent.Aborted e) {
      return new Attempt(
          a.exchange(),
          a.call(),
          a.keyHash(),
          a.bodyHash(),
          a.receivedNanos(),
          OptionalLong.of(a.answeredNanos().orElse(e.atNanos())),
          a.status(),
          a.retryAfterNanos(),
          a.causes());
    }

    Evidence evidence(long endNanos) {
      Map<String, List<Attempt>> byCall = new LinkedHashMap<>();
      asked.keySet().forEach(name -> byCall.put(name, new ArrayList<>()));
      List<Attempt> strays = new ArrayList<>();
      for (Attempt attempt : attempts.values()) {
        byCall.getOrDefault(attempt.call(), strays).add(attempt);
      }
      List<Call> calls = new ArrayList<>();
      byCall.forEach((name, sent) -> calls.add(new Call(name, sent, told(name))));
      return new Evidence(calls, strays, endNanos);
    }

    private List<JournalEvent.Told> told(String name) {
      return asked.getOrDefault(name, List.of());
    }
  }
}
