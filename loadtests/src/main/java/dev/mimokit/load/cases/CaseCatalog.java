package dev.mimokit.load.cases;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Criterion;
import dev.mimokit.core.conformance.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cases, in the order of their ids. Loads, whose ids begin with {@code load.}, are judged like
 * cases but run by Gatling.
 */
public record CaseCatalog(List<Case> cases) {

  private static final List<String> CASE_FILES =
      List.of(
          "1-status.json",
          "2-retry-after.json",
          "3-schedule.json",
          "4-quota.json",
          "5-outage.json",
          "6-transport.json",
          "7-streaming.json",
          "8-hints.json",
          "9-integrity.json",
          "10-platform.json");

  /** Copies the list. */
  public CaseCatalog {
    cases = List.copyOf(cases);
  }

  /** The conformance cases. */
  public static CaseCatalog load() {
    return of(CASE_FILES);
  }

  /** The loads of Gatling's suite: those of the short gate, or those of the full one. */
  public static CaseCatalog loads(boolean smoke) {
    return of(List.of(smoke ? "load-smoke.json" : "load-full.json"));
  }

  /** The cases of a file's content; {@code name} begins every complaint. */
  public static CaseCatalog parse(String name, String content) {
    CaseReader reader = new CaseReader();
    reader.read(name, content);
    return new CaseCatalog(reader.cases());
  }

  private static CaseCatalog of(List<String> files) {
    CaseReader reader = new CaseReader();
    files.forEach(file -> reader.read(file, content(file)));
    return new CaseCatalog(reader.cases());
  }

  /** The JSON Schema (2020-12) of case files. */
  public static String schema() {
    return content("cases.schema.json");
  }

  /** The names of all case files, those of the loads included. */
  static List<String> files() {
    return Stream.concat(CASE_FILES.stream(), Stream.of("load-smoke.json", "load-full.json"))
        .toList();
  }

  /** The content of the file of that name. */
  static String content(String file) {
    try (InputStream in = CaseCatalog.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the case file " + file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the case file " + file, e);
    }
  }

  /** The case of that id. */
  public Optional<Case> find(String id) {
    return cases.stream().filter(found -> found.id().equals(id)).findFirst();
  }

  /** The cases of the short gate. */
  public List<Case> smoke() {
    return cases.stream().filter(Case::smoke).toList();
  }

  /** One line a case: id, the heaviest severity, time, the gates it is in, title. */
  public List<String> listing() {
    return cases.stream()
        .map(
            c ->
                String.format(
                    Locale.ROOT,
                    "%-11s %-6s %-6s %-7s %s",
                    c.id(),
                    severity(c),
                    c.time().text(),
                    c.smoke() ? "smoke" : c.nightly() ? "nightly" : "",
                    c.title()))
        .toList();
  }

  /** The heaviest severity among its criteria. */
  public static Severity severity(Case judged) {
    return judged.criteria().stream()
        .map(Criterion::severity)
        .min(Enum::compareTo)
        .orElse(Severity.MAY);
  }
}
