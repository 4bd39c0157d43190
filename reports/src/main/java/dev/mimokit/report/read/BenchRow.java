package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure of {@code bench.json}, which a target may judge.
 *
 * @param target as written, such as {@code <= 7}; empty without one
 * @param judgement {@code met}, {@code not met} or {@code inconclusive: why}; empty without a
 *     target
 * @param host what others did on the machine meanwhile; empty where it was not watched
 */
public record BenchRow(
    String name,
    double value,
    double low,
    double high,
    String unit,
    String target,
    String judgement,
    String host) {

  static final String FILE = "bench.json";

  static List<BenchRow> read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    var tree = Json.read(file);
    List<BenchRow> rows = new ArrayList<>();
    if (tree.isPresent()) {
      for (JsonNode row : Json.array(file, "rows", tree.get().path("rows"))) {
        BenchRow read = of(file, row);
        if (!read.standsInScores()) {
          rows.add(read);
        }
      }
    }
    return rows;
  }

  private static BenchRow of(Path file, JsonNode row) throws RunFormatException {
    if (!row.path("name").isTextual() || !row.path("value").isNumber()) {
      throw Json.expected(file, "each row", "a figure with name and value", row);
    }
    double value = row.path("value").asDouble();
    return new BenchRow(
        row.path("name").asText(),
        value,
        row.path("low").asDouble(value),
        row.path("high").asDouble(value),
        Json.text(row.path("unit")),
        Json.text(row.path("target")),
        judgement(row),
        host(row.path("host")));
  }

  /** {@code jmh.json} tells it whole, and no target needs it here. */
  private boolean standsInScores() {
    return name.startsWith("jmh/") && target.isEmpty();
  }

  private static String judgement(JsonNode row) {
    if (row.path("target").isNull() || row.path("target").isMissingNode()) {
      return "";
    }
    if (row.path("met").isBoolean()) {
      return row.path("met").booleanValue() ? "met" : "not met";
    }
    String why = Json.text(row.path("inconclusive"));
    return why.isEmpty() ? "inconclusive" : "inconclusive: " + why;
  }

  private static String host(JsonNode host) {
    return host.isObject()
        ? "steal %s %%, foreign %s %%"
            .formatted(percent(host.path("stealPercent")), percent(host.path("foreignPercent")))
        : "";
  }

  private static String percent(JsonNode value) {
    return String.format(Locale.ROOT, "%.1f", value.asDouble());
  }
}
