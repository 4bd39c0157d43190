package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.conformance.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was judged of one case with one agent.
 *
 * @param expected every criterion as a formula, joined by {@code "; "}
 * @param observed metric id to its measured value as text, in the file's order
 * @param timeline the attempts of the first calls, a line each
 * @param note why, where the figures do not say; else empty
 * @param source the JSON it was read from, to be written again unchanged
 */
public record CaseVerdict(
    Verdict behavior,
    Verdict outcome,
    String expected,
    Map<String, String> observed,
    List<String> timeline,
    String note,
    JsonNode source) {

  /** The graver of the two verdicts. */
  public Verdict worst() {
    return behavior.compareTo(outcome) >= 0 ? behavior : outcome;
  }

  /** Whether one of the two verdicts is this one. */
  public boolean has(Verdict verdict) {
    return behavior == verdict || outcome == verdict;
  }

  /** Whether a reader must see the evidence: it failed, is not strict, or could not be judged. */
  public boolean notable() {
    return worst().compareTo(Verdict.NON_STRICT) >= 0;
  }

  /** The criteria one by one. */
  public List<String> criteria() {
    return expected.isBlank() ? List.of() : List.of(expected.split(";\\s+"));
  }

  /** The figures as one line: {@code attempts-max 3; early-retries 2}. */
  public String observedLine() {
    return observed.entrySet().stream()
        .map(figure -> figure.getKey() + " " + figure.getValue())
        .collect(Collectors.joining("; "));
  }

  static CaseVerdict read(VerdictFile file, String where, JsonNode node) throws RunFormatException {
    Json.object(file.path(), where, node);
    JsonNode observed = node.path("observed");
    return new CaseVerdict(
        verdict(file, where + ".behavior", node.path("behavior")),
        verdict(file, where + ".outcome", node.path("outcome")),
        Json.text(node.path("expected")),
        figures(observed),
        lines(observed.path("timeline")),
        Json.text(observed.path("note")),
        node);
  }

  private static Verdict verdict(VerdictFile file, String where, JsonNode node)
      throws RunFormatException {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().equals(node.asText()))
        .findFirst()
        .orElseThrow(
            () ->
                Json.expected(
                    file.path(), where, "one of " + Arrays.toString(Verdict.values()), node));
  }

  private static Map<String, String> figures(JsonNode observed) {
    Map<String, String> figures = new LinkedHashMap<>();
    observed
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("timeline") && !field.getKey().equals("note")) {
                figures.put(field.getKey(), Json.text(field.getValue()));
              }
            });
    return figures;
  }

  private static List<String> lines(JsonNode timeline) {
    List<String> lines = new ArrayList<>();
    timeline.forEach(line -> lines.add(Json.text(line)));
    return List.copyOf(lines);
  }
}
