package dev.mimokit.report.figure;

import dev.mimokit.core.conformance.Attempt;
import dev.mimokit.core.conformance.Call;
import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.journal.JournalEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One call's attempts in order of arrival and what its caller was told.
 *
 * @param told a word or two for the figure
 * @param answer the same in full
 */
record Track(String name, List<Sent> sent, String told, String answer, boolean lost) {

  private static final String NO_CALL = "(no call)";

  Track {
    sent = List.copyOf(sent);
  }

  /** All calls of the evidence; attempts that no call explains come last. */
  static List<Track> of(Evidence evidence) {
    long start = start(evidence);
    List<Track> tracks = new ArrayList<>();
    for (Call call : evidence.calls()) {
      tracks.add(of(call, start));
    }
    Map<String, List<Attempt>> strays = new LinkedHashMap<>();
    for (Attempt stray : evidence.strays()) {
      String name = stray.call().isEmpty() ? NO_CALL : stray.call();
      strays.computeIfAbsent(name, unseen -> new ArrayList<>()).add(stray);
    }
    strays.forEach((name, sent) -> tracks.add(of(new Call(name, sent, List.of()), start)));
    return tracks;
  }

  /** The first arrival; the end of the observation when nothing ever arrived. */
  static long start(Evidence evidence) {
    return Stream.concat(evidence.attempts().stream().limit(1), evidence.strays().stream())
        .map(Attempt::receivedNanos)
        .min(Comparator.comparingLong(instant -> instant - evidence.endNanos()))
        .orElse(evidence.endNanos());
  }

  private static Track of(Call call, long start) {
    List<Sent> sent = new ArrayList<>();
    double due = Double.NaN;
    for (Attempt attempt : call.attempts()) {
      Sent next = Sent.of(attempt, start, due);
      due = next.due();
      sent.add(next);
    }
    boolean served = call.attempts().stream().anyMatch(Attempt::succeeded);
    boolean heardOk = call.answers().stream().anyMatch(JournalEvent.Told::ok);
    boolean lost = call.answers().isEmpty() ? !served : !heardOk;
    return new Track(call.name(), sent, told(call.answers()), answer(call.answers()), lost);
  }

  boolean early() {
    return sent.stream().anyMatch(Sent::early);
  }

  private static String told(List<JournalEvent.Told> answers) {
    if (answers.isEmpty()) {
      return "told nothing";
    }
    JournalEvent.Told first = answers.get(0);
    String word = first.ok() ? "told ok" : first.status() > 0 ? "told " + first.status() : "error";
    return answers.size() == 1 ? word : word + " ×" + answers.size();
  }

  private static String answer(List<JournalEvent.Told> answers) {
    return answers.isEmpty()
        ? "told nothing within the observation"
        : String.join("; ", answers.stream().map(Track::sentence).toList());
  }

  private static String sentence(JournalEvent.Told told) {
    if (told.ok()) {
      return "told ok";
    }
    String status = told.status() > 0 ? ", status " + told.status() : "";
    return "told of an error: " + told.errorClass() + status;
  }
}
