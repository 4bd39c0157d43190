package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Failures that a team knows of and has put off: a line each, {@code CASE AGENT until=2027-01-01
 * REASON}. Its cases are run and judged as all others; they only do not fail the gate. A list that
 * is no longer true fails it: an entry whose case passes, and one whose time is over.
 *
 * @param entries in the order of the file
 */
public record KnownFailures(Optional<Path> file, List<Entry> entries) {

  /** No list. */
  public static final KnownFailures NONE = new KnownFailures(Optional.empty(), List.of());

  private static final Pattern LINE =
      Pattern.compile("(\\S+)\\s+(\\S+)\\s+until=(\\S+)\\s+(\\S.*)");

  /**
   * A known failure.
   *
   * @param until the last day it is put off
   * @param line in the file, from 1
   */
  public record Entry(String caseId, String agent, LocalDate until, String reason, int line) {}

  /** Copies the list. */
  public KnownFailures {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a list. Blank lines and lines that begin with # say nothing.
   *
   * @param caseIds the cases there are
   * @throws UsageException naming file, line and what was expected
   */
  public static KnownFailures read(Path file, Set<String> caseIds) {
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Entry entry = entry(file, i + 1, line);
        if (!caseIds.contains(entry.caseId())) {
          throw wrong(file, i + 1, "there is no case " + entry.caseId());
        }
        if (!seen.add(entry.caseId() + " " + entry.agent())) {
          throw wrong(file, i + 1, entry.caseId() + " " + entry.agent() + " is there twice");
        }
        entries.add(entry);
      }
    }
    return new KnownFailures(Optional.of(file), entries);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UsageException("known failures cannot be read: " + file + ": " + e);
    }
  }

  private static Entry entry(Path file, int number, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw wrong(file, number, "expected CASE AGENT until=YYYY-MM-DD REASON: " + line);
    }
    try {
      return new Entry(
          parts.group(1), parts.group(2), LocalDate.parse(parts.group(3)), parts.group(4), number);
    } catch (DateTimeParseException e) {
      throw wrong(file, number, "until must be a date like 2027-01-01: " + parts.group(3));
    }
  }

  private static UsageException wrong(Path file, int line, String what) {
    return new UsageException(file + " line " + line + ": " + what);
  }

  /** Whether a failure of that agent in that case is put off on that day. */
  boolean excuse(String agent, String caseId, LocalDate today) {
    return find(agent, caseId).filter(entry -> !entry.until().isBefore(today)).isPresent();
  }

  private Optional<Entry> find(String agent, String caseId) {
    return entries.stream()
        .filter(entry -> entry.agent().equals(agent) && entry.caseId().equals(caseId))
        .findFirst();
  }

  /**
   * What is no longer true of the list, a line each. Entries whose agent or case was not run are
   * left alone, and so are those that could not be judged.
   */
  List<String> stale(Map<String, List<CaseResult>> columns, LocalDate today) {
    List<String> stale = new ArrayList<>();
    columns.forEach(
        (agent, results) ->
            results.forEach(
                result ->
                    find(agent, result.tested().id())
                        .flatMap(entry -> stale(entry, result.judgement(), today))
                        .ifPresent(stale::add)));
    return stale;
  }

  private Optional<String> stale(Entry entry, Judgement judgement, LocalDate today) {
    String name =
        file.map(Path::toString).orElse("known failures")
            + " line "
            + entry.line()
            + ": "
            + entry.caseId()
            + " of "
            + entry.agent();
    if (entry.until().isBefore(today)) {
      return Optional.of(name + " was put off until " + entry.until() + " only");
    }
    return passes(judgement) ? Optional.of(name + " passes: remove the line") : Optional.empty();
  }

  private static boolean passes(Judgement judgement) {
    return Stream.of(judgement.behavior(), judgement.outcome())
        .noneMatch(Set.of(Verdict.FAILED, Verdict.NON_STRICT, Verdict.INCONCLUSIVE)::contains);
  }
}
