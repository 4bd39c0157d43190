package dev.mimokit.report.read;

import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.core.journal.JournalFormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code journal.jsonl}: what happened in each case with each agent, joined into calls. */
final class JournalFile {

  static final String FILE = "journal.jsonl";

  private JournalFile() {}

  static Map<CaseKey, Evidence> read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Map.of();
    }
    Map<CaseKey, List<JournalEvent>> events = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      collect(file, lines, events);
    } catch (RunFormatException e) {
      throw e;
    } catch (IOException e) {
      throw Json.unreadable(file, e);
    }
    Map<CaseKey, Evidence> evidence = new LinkedHashMap<>();
    events.forEach((key, found) -> evidence.put(key, Evidence.of(found, lastInstant(found))));
    return evidence;
  }

  private static void collect(
      Path file, BufferedReader lines, Map<CaseKey, List<JournalEvent>> events) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        JournalEntry entry = entry(file + ": line " + number, line);
        CaseKey key = new CaseKey(entry.agent(), entry.caseId());
        events.computeIfAbsent(key, unseen -> new ArrayList<>()).add(entry.event());
      }
    }
  }

  private static JournalEntry entry(String where, String line) throws RunFormatException {
    try {
      return JournalCodec.read(line);
    } catch (JournalFormatException e) {
      throw new RunFormatException(where + ": expected a journal event: " + e.getMessage());
    }
  }

  private static long lastInstant(List<JournalEvent> events) {
    long last = events.get(0).atNanos();
    for (JournalEvent event : events) {
      last = event.atNanos() - last > 0 ? event.atNanos() : last;
    }
    return last;
  }
}
