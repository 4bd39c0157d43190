package dev.mimokit.report.render;

import dev.mimokit.report.read.BenchmarkScore;
import java.util.List;
import java.util.Locale;

/** Benchmark scores as lines: what, with which parameters, on how many threads, how much. */
final class ScoreTable {

  private ScoreTable() {}

  static String of(List<BenchmarkScore> scores) {
    StringBuilder out = new StringBuilder();
    out.append(line("benchmark", "parameters", "threads", "score", "unit", "B/op"));
    for (BenchmarkScore score : scores) {
      out.append(
          line(
              Plain.line(shortName(score.benchmark())),
              Plain.line(score.params()),
              Integer.toString(score.threads()),
              String.format(Locale.ROOT, "%.3f", score.score()),
              score.unit(),
              score.bytesPerOp().isPresent()
                  ? String.format(Locale.ROOT, "%.1f", score.bytesPerOp().getAsDouble())
                  : "-"));
    }
    return out.toString();
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-40s  %-24s %7s  %14s  %-6s %10s%n", cells);
  }

  /** Class and method: the package says nothing that the class does not. */
  private static String shortName(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }
}
