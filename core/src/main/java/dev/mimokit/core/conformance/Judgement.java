package dev.mimokit.core.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdicts on one case.
 *
 * @param findings every criterion with what was measured
 * @param note why, in a sentence, where the findings alone do not say; else empty
 * @param timeline the attempts of the first calls, a line each
 */
public record Judgement(
    Verdict behavior, Verdict outcome, List<Finding> findings, String note, List<String> timeline) {

  /** Copies the lists. */
  public Judgement {
    findings = List.copyOf(findings);
    timeline = List.copyOf(timeline);
  }

  /** What the case asks for, as one line. */
  public String expected() {
    return findings.stream().map(f -> f.criterion().formula()).collect(Collectors.joining("; "));
  }

  /** Metric id to measured value, three decimals, in the order of the criteria. */
  public Map<String, Double> observed() {
    return findings.stream()
        .filter(finding -> finding.measured().isPresent())
        .collect(
            Collectors.toMap(
                finding -> finding.criterion().metric().id(),
                finding -> Numbers.rounded(finding.measured().getAsDouble()),
                (first, again) -> first,
                LinkedHashMap::new));
  }
}
