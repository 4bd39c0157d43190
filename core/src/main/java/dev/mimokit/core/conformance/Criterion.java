package dev.mimokit.core.conformance;

/**
 * One sentence of a rule as a formula: {@code metric comparison threshold}.
 *
 * @param reason why the threshold is what it is, for the report
 */
public record Criterion(
    Aspect aspect,
    Metric metric,
    Comparison comparison,
    double threshold,
    Severity severity,
    String reason) {

  /** As shown to people, for example {@code attempts-max <= 10 (MUST)}. */
  public String formula() {
    return metric.id()
        + " "
        + comparison.symbol()
        + " "
        + Numbers.shown(threshold)
        + " ("
        + severity
        + ")";
  }
}
