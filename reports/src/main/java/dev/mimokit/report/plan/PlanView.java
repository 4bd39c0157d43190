package dev.mimokit.report.plan;

import dev.mimokit.report.figure.Curves;
import java.util.List;

/**
 * Everything the page of a plan shows, as text.
 *
 * @param facts name and value by turns
 * @param waits empty, or one figure
 */
public record PlanView(
    String headline,
    String keys,
    List<Fact> facts,
    List<String> columns,
    List<List<String>> rows,
    List<String> conclusions,
    List<Curves> waits,
    List<UseView> uses,
    List<String> assumptions) {

  /** A fact of the plan. */
  public record Fact(String name, String value) {}
}
