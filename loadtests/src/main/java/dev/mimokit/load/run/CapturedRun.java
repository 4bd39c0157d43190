package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.core.journal.JournalFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A journal that was captured earlier, judged as if it had just happened: by the same judge, with
 * the same verdicts. It is a run's {@code journal.jsonl}, or what a mock answers to {@code GET
 * /__mimokit/journal}; that names no case and tells nothing of callers, so its one case has to be
 * named and is judged on the wire.
 */
final class CapturedRun {

  /** The column of a journal that names no agent. */
  static final String UNNAMED = "captured";

  private record Key(String agent, String run) {}

  private final Map<Key, List<JournalEvent>> runs = new LinkedHashMap<>();

  private CapturedRun() {}

  /**
   * Reads a journal.
   *
   * @param path a file, or the directory of a run
   * @throws UsageException naming the file and the line that is no event
   */
  static CapturedRun read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve("journal.jsonl") : path;
    CapturedRun captured = new CapturedRun();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        captured.take(file, i + 1, lines.get(i));
      }
    }
    return captured;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("the journal cannot be read: " + file + ": " + e);
    }
  }

  private void take(Path file, int number, String line) {
    try {
      JournalEntry entry = JournalCodec.read(line);
      String agent = entry.agent().isEmpty() ? UNNAMED : entry.agent();
      runs.computeIfAbsent(new Key(agent, entry.caseId()), key -> new ArrayList<>())
          .add(entry.event());
    } catch (JournalFormatException e) {
      throw new UsageException(file + " line " + number + ": " + e.getMessage());
    }
  }

  /**
   * Judges those of {@code cases} whose runs are in it.
   *
   * @param named the case of events that name none
   */
  Map<String, List<CaseResult>> judge(List<Case> cases, Optional<Case> named) {
    Map<String, List<CaseResult>> columns = new LinkedHashMap<>();
    runs.keySet().forEach(key -> columns.putIfAbsent(key.agent(), new ArrayList<>()));
    for (Case tested : cases) {
      String run = tested.sharesRunOf().orElse(tested.id());
      columns.forEach(
          (agent, results) ->
              events(agent, run, named)
                  .map(events -> new CaseResult(tested, judge(tested, events)))
                  .ifPresent(results::add));
    }
    columns.values().removeIf(List::isEmpty);
    return columns;
  }

  private Optional<List<JournalEvent>> events(String agent, String run, Optional<Case> named) {
    boolean itsCase =
        named.filter(one -> one.sharesRunOf().orElse(one.id()).equals(run)).isPresent();
    return Optional.ofNullable(runs.get(new Key(agent, run)))
        .or(() -> itsCase ? Optional.ofNullable(runs.get(new Key(agent, ""))) : Optional.empty());
  }

  private static Judgement judge(Case tested, List<JournalEvent> events) {
    RunRecord run = record(events);
    boolean heard = run.trouble().isPresent() || asked(events);
    Judgement judgement = heard ? run.judge(tested) : run.judgeWire(tested);
    return AgentRun.stall(new PlannedRun(tested.id(), List.of(tested)), run)
        .map(why -> Judgements.discarded(judgement, why))
        .orElse(judgement);
  }

  private static boolean asked(List<JournalEvent> events) {
    return events.stream().anyMatch(JournalEvent.Asked.class::isInstance);
  }

  private static RunRecord record(List<JournalEvent> events) {
    List<JournalEvent> happened =
        events.stream().filter(event -> !(event instanceof JournalEvent.Ended)).toList();
    Optional<JournalEvent.Ended> ended =
        events.stream()
            .filter(JournalEvent.Ended.class::isInstance)
            .map(JournalEvent.Ended.class::cast)
            .findFirst();
    long endNanos = ended.map(JournalEvent.Ended::atNanos).orElseGet(() -> last(happened));
    return new RunRecord(
        happened,
        endNanos,
        ended.map(JournalEvent.Ended::worstStallNanos).orElse(0L),
        ended.map(JournalEvent.Ended::trouble).filter(why -> !why.isEmpty()));
  }

  /** Events of one run lie close together, also where the clock overflows. */
  private static long last(List<JournalEvent> events) {
    long last = events.get(0).atNanos();
    for (JournalEvent event : events) {
      last = event.atNanos() - last > 0 ? event.atNanos() : last;
    }
    return last;
  }

  /** All of it as entries, in the order of the file. */
  List<JournalEntry> entries() {
    List<JournalEntry> entries = new ArrayList<>();
    runs.forEach(
        (key, events) ->
            events.forEach(event -> entries.add(new JournalEntry(key.agent(), key.run(), event))));
    return entries;
  }
}
