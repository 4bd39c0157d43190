package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One row of JMH's plain JSON.
 *
 * @param benchmark its fully qualified name
 * @param params {@code name=value}, comma separated; empty without parameters
 * @param error half the width of the 99.9 % interval; absent with too few samples
 * @param bytesPerOp {@code gc.alloc.rate.norm} in B/op, when the allocation profiler was on
 */
public record BenchmarkScore(
    String benchmark,
    String params,
    String mode,
    int threads,
    double score,
    OptionalDouble error,
    String unit,
    OptionalDouble bytesPerOp) {

  static final String FILE = "jmh.json";

  static List<BenchmarkScore> read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    var tree = Json.read(file);
    List<BenchmarkScore> scores = new ArrayList<>();
    if (tree.isPresent()) {
      for (JsonNode row : Json.array(file, "the file", tree.get())) {
        scores.add(of(file, row));
      }
    }
    return scores;
  }

  private static BenchmarkScore of(Path file, JsonNode row) throws RunFormatException {
    JsonNode metric = row.path("primaryMetric");
    if (!row.path("benchmark").isTextual() || number(metric.path("score")).isEmpty()) {
      throw Json.expected(file, "each row", "a JMH result with benchmark and score", row);
    }
    JsonNode alloc = row.path("secondaryMetrics").path("gc.alloc.rate.norm");
    return new BenchmarkScore(
        row.path("benchmark").asText(),
        params(row.path("params")),
        Json.text(row.path("mode")),
        row.path("threads").asInt(1),
        number(metric.path("score")).getAsDouble(),
        number(metric.path("scoreError")),
        Json.text(metric.path("scoreUnit")),
        number(alloc.path("score")));
  }

  private static String params(JsonNode params) {
    return params.properties().stream()
        .map(param -> param.getKey() + "=" + Json.text(param.getValue()))
        .collect(Collectors.joining(", "));
  }

  // JMH writes what is not a number as the text "NaN".
  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue())
        ? OptionalDouble.of(node.doubleValue())
        : OptionalDouble.empty();
  }
}
