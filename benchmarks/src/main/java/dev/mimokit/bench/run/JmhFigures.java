package dev.mimokit.bench.run;

import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import dev.mimokit.bench.row.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * JMH's results as rows: each score with its lowest and highest iteration, and the ratios that have
 * a target. Both sides of a ratio were measured one after the other, not in turns: its low and high
 * are the widest that the iterations of both allow.
 */
record JmhFigures(Map<String, Spread> scores, Map<String, String> units) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final String CLOCK = "x nanoTime";

  /** One figure as a multiple of another. */
  private record Ratio(String name, String subject, String floor, String unit, Target target) {}

  private static final List<Ratio> RATIOS =
      List.of(
          new Ratio(
              "limiter/admit-settle",
              "AdmitBenchmark.admitAndSettle",
              "AdmitBenchmark.clock",
              CLOCK,
              Target.atMost(1.6)),
          new Ratio(
              "limiter/reject",
              "RejectBenchmark.reject",
              "RejectBenchmark.clock",
              CLOCK,
              Target.atMost(1.2)),
          new Ratio(
              "limiter/reject-2-threads",
              "RejectBenchmark.rejectTwoThreads",
              "RejectBenchmark.clockTwoThreads",
              CLOCK,
              Target.atMost(1.3)),
          new Ratio(
              "limiter/admit-settle-bucket4j",
              "AdmitBenchmark.admitAndSettle",
              "AdmitBenchmark.bucket4jPair",
              "x Bucket4j pair",
              Target.atMost(0.5)));

  /** Rounding of what JMH attributes to an operation: less than one byte in a hundred of them. */
  private static final Target NOTHING = new Target("= 0", -0.01, 0.01);

  private static final String REJECT_BYTES = "RejectBenchmark.reject/allocated";

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
    RATIOS.forEach(ratio -> row(ratio).ifPresent(rows::add));
    scores.forEach((name, score) -> rows.add(score(name, score)));
    return new Findings(rows, List.of(), List.of());
  }

  private Row score(String name, Spread score) {
    Row row = Row.of("jmh/" + name, score, units.getOrDefault(name, ""));
    return name.equals(REJECT_BYTES) ? row.against(NOTHING) : row;
  }

  private Optional<Row> row(Ratio ratio) {
    Spread subject = scores.get(ratio.subject());
    Spread floor = scores.get(ratio.floor());
    return subject == null || floor == null
        ? Optional.empty()
        : Optional.of(
            Row.of(ratio.name(), subject.over(floor), ratio.unit()).against(ratio.target()));
  }
}
