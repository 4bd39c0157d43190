package dev.mimokit.report.page;

import dev.mimokit.report.figure.Curves;
import dev.mimokit.report.figure.Timeline;
import java.util.List;

/**
 * Everything the page shows, as text. Lists are empty where there is nothing to show; a list of at
 * most one stands for what may be absent.
 *
 * @param state {@code passed}, {@code failed}, {@code inconclusive} or {@code neutral}
 */
public record PageView(
    String headline,
    String state,
    String sentence,
    List<Fact> facts,
    List<AgentView> agents,
    List<RowView> rows,
    List<CaseView> cases,
    List<LatencyView> latencies,
    List<Curves> curves,
    List<String> loads,
    List<CounterView> counters,
    List<BenchmarkView> benchmarks,
    List<FigureView> figures,
    List<String> commands) {

  /** Beyond so many agents the matrix shows symbols instead of words. */
  private static final int MOST_IN_WORDS = 3;

  /** Whether there are too many agents for words beside each other. */
  public boolean dense() {
    return agents.size() > MOST_IN_WORDS;
  }

  /** Whether there is anything under that heading. */
  public boolean judged() {
    return !rows.isEmpty();
  }

  /** A figure that a target may judge, and what else the machine did meanwhile. */
  public record FigureView(
      String name,
      String median,
      String low,
      String high,
      String unit,
      String target,
      String judgement,
      String host) {}

  /** A fact of the run. */
  public record Fact(String name, String value) {}

  /** An agent and how its verdicts are spread. */
  public record AgentView(String name, String command, String sentence, List<Slice> slices) {}

  /** A share of a bar. */
  public record Slice(String style, int count) {}

  /**
   * A case in the matrix.
   *
   * @param opensGroup whether a new group of cases begins here
   * @param cells one for each agent, in turn
   */
  public record RowView(
      String id, String anchor, String title, boolean opensGroup, List<Cell> cells) {}

  /**
   * A case with one agent, as short as can be.
   *
   * @param anchor of its evidence; empty when it was not run
   */
  public record Cell(Chip behavior, Chip outcome, String anchor) {

    /** The same in words. */
    public String words() {
      return anchor.isEmpty()
          ? "not run"
          : "behavior " + behavior.word() + ", outcome " + outcome.word();
    }
  }

  /** A case in words, and what came of it with each agent. */
  public record CaseView(
      String id,
      String anchor,
      String title,
      String severity,
      String rule,
      String reason,
      List<String> criteria,
      List<RunView> runs) {}

  /**
   * A case with one agent.
   *
   * @param anchor unique on the page
   * @param open whether it is shown unfolded
   * @param lines the attempts as the judge wrote them down; empty where there is a picture
   */
  public record RunView(
      String agent,
      String anchor,
      Chip behavior,
      Chip outcome,
      boolean open,
      List<Check> checks,
      String note,
      List<Timeline> timeline,
      List<String> lines) {}

  /** Latency of a tag, milliseconds. */
  public record LatencyView(
      String tag,
      String count,
      String mean,
      String p50,
      String p90,
      String p99,
      String p999,
      String max) {}

  /**
   * What one counter came to.
   *
   * @param values one for each simulation; empty where it did not count that
   */
  public record CounterView(String name, List<String> values) {}

  /** A benchmark's score. */
  public record BenchmarkView(
      String name,
      String fullName,
      String params,
      String mode,
      String threads,
      String score,
      String error,
      String unit,
      String bytesPerOp) {}
}
