package dev.mimokit.bench.run;

import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * JMH's results as rows: each score with its lowest and highest iteration. There are no ratios
 * among them: two that were measured minutes apart cannot be compared on a machine with other work.
 */
record JmhFigures(Map<String, Spread> scores, Map<String, String> units) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static JmhFigures of(Collection<RunResult> results) {
    Map<String, Spread> scores = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (RunResult result : results) {
      String name = name(result.getParams());
      scores.put(name, spread(result.getPrimaryResult()));
      units.put(name, result.getPrimaryResult().getScoreUnit());
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      if (allocated != null) {
        scores.put(name + "/allocated", spread(allocated));
        units.put(name + "/allocated", allocated.getScoreUnit());
      }
    }
    return new JmhFigures(scores, units);
  }

  private static String name(BenchmarkParams params) {
    String full = params.getBenchmark();
    int method = full.lastIndexOf('.');
    StringBuilder name = new StringBuilder(full.substring(full.lastIndexOf('.', method - 1) + 1));
    for (String key : params.getParamsKeys()) {
      name.append('/').append(params.getParam(key));
    }
    return name.toString();
  }

  private static Spread spread(Result<?> result) {
    Statistics iterations = result.getStatistics();
    return new Spread(result.getScore(), iterations.getMin(), iterations.getMax());
  }

  Findings findings() {
    List<Row> rows = new ArrayList<>();
    scores.forEach(
        (name, score) -> rows.add(Row.of("jmh/" + name, score, units.getOrDefault(name, ""))));
    return new Findings(rows, List.of(), List.of());
  }
}
