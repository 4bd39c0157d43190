package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects figures from JMH's plain JSON and from rows of {@code bench.json}. */
final class MeasuredReader {

  /** Fewer forks than this say nothing about how forks differ; their iterations stand in. */
  private static final int FEWEST_FORKS = 3;

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final Map<String, String> machine = new LinkedHashMap<>();
  private final List<String> unfit = new ArrayList<>();

  Map<String, Figure> figures() {
    return figures;
  }

  Map<String, String> machine() {
    return machine;
  }

  List<String> unfit() {
    return unfit;
  }

  /** Reads a file of either form; one that is missing adds nothing. */
  void read(Path file) throws RunFormatException {
    Optional<JsonNode> tree = Json.read(file);
    if (tree.isEmpty()) {
      return;
    }
    if (tree.get().isArray()) {
      for (JsonNode row : tree.get()) {
        jmh(file, row);
      }
    } else {
      for (JsonNode row : Json.array(file, "rows", tree.get().path("rows"))) {
        row(file, row);
      }
      tree.get().path("control").forEach(this::control);
    }
  }

  private void control(JsonNode control) {
    if (control.path("withinBand").isBoolean() && !control.path("withinBand").booleanValue()) {
      unfit.add(
          "the control %s was %s..%s, expected %s"
              .formatted(
                  Json.text(control.path("name")),
                  Json.text(control.path("low")),
                  Json.text(control.path("high")),
                  Json.text(control.path("band"))));
    }
  }

  private void row(Path file, JsonNode row) throws RunFormatException {
    if (!row.path("name").isTextual() || !row.path("value").isNumber()) {
      throw Json.expected(file, "each row", "a figure with name and value", row);
    }
    String name = row.path("name").asText();
    // What JMH measured stands in jmh.json with its forks.
    if (!name.startsWith("jmh/")) {
      List<Double> repeats = numbers(row.path("repeats"));
      String unit = Json.text(row.path("unit"));
      add(
          new Figure(
              name,
              unit,
              better(Json.text(row.path("target")), unit),
              repeats.isEmpty() ? List.of(row.path("value").doubleValue()) : repeats,
              "",
              "",
              Json.text(row.path("inconclusive"))));
    }
  }

  /** A target that is a range has no better side; without one, the unit tells. */
  private static Optional<Figure.Better> better(String target, String unit) {
    if (target.startsWith(">=")) {
      return Optional.of(Figure.Better.BIGGER);
    }
    if (target.isEmpty()) {
      boolean rate = unit.startsWith("ops/") || unit.contains("/s") || unit.contains("per second");
      return Optional.of(rate ? Figure.Better.BIGGER : Figure.Better.SMALLER);
    }
    return target.startsWith("<=") ? Optional.of(Figure.Better.SMALLER) : Optional.empty();
  }

  private void jmh(Path file, JsonNode row) throws RunFormatException {
    JsonNode metric = row.path("primaryMetric");
    List<Double> repeats = repeats(metric);
    if (!row.path("benchmark").isTextual() || repeats.isEmpty()) {
      throw Json.expected(file, "each row", "a JMH result with benchmark and score", row);
    }
    String mode = Json.text(row.path("mode"));
    Figure.Better better = mode.equals("thrpt") ? Figure.Better.BIGGER : Figure.Better.SMALLER;
    String name = name(row);
    String unit = Json.text(metric.path("scoreUnit"));
    add(of(name, unit, better, repeats, row));
    List<Double> allocated = repeats(row.path("secondaryMetrics").path(ALLOCATION));
    if (!allocated.isEmpty()) {
      add(of(name + "/allocated", "B/op", Figure.Better.SMALLER, allocated, row));
    }
    note("JDK", row, "jdkVersion", "vmName", "vmVersion");
  }

  private static Figure of(
      String name, String unit, Figure.Better better, List<Double> repeats, JsonNode row) {
    return new Figure(name, unit, Optional.of(better), repeats, settings(row), flags(row), "");
  }

  private void add(Figure figure) {
    figures.putIfAbsent(figure.name(), figure);
  }

  private void note(String name, JsonNode row, String... fields) {
    String said =
        Arrays.stream(fields)
            .map(field -> Json.text(row.path(field)))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    if (!said.isEmpty()) {
      machine.putIfAbsent(name, said);
    }
  }

  private static String name(JsonNode row) {
    String full = row.path("benchmark").asText();
    int method = full.lastIndexOf('.');
    StringBuilder name =
        new StringBuilder(
            method < 0 ? full : full.substring(full.lastIndexOf('.', method - 1) + 1));
    row.path("params").properties().forEach(p -> name.append('/').append(Json.text(p.getValue())));
    return name.toString();
  }

  private static String settings(JsonNode row) {
    return String.format(
        Locale.ROOT,
        "mode %s, %s threads, %s x %s after %s x %s",
        Json.text(row.path("mode")),
        Json.text(row.path("threads")),
        Json.text(row.path("measurementIterations")),
        Json.text(row.path("measurementTime")),
        Json.text(row.path("warmupIterations")),
        Json.text(row.path("warmupTime")));
  }

  private static String flags(JsonNode row) {
    List<String> flags = new ArrayList<>();
    row.path("jvmArgs").forEach(flag -> flags.add(Json.text(flag)));
    return String.join(" ", flags);
  }

  /** The median of each fork; with too few forks, all iterations; the score where that is all. */
  private static List<Double> repeats(JsonNode metric) {
    List<List<Double>> forks = new ArrayList<>();
    metric.path("rawData").forEach(fork -> forks.add(numbers(fork)));
    forks.removeIf(List::isEmpty);
    if (forks.size() >= FEWEST_FORKS) {
      return forks.stream().map(MeasuredReader::median).toList();
    }
    List<Double> all = forks.stream().flatMap(List::stream).toList();
    return all.isEmpty() ? numbers(List.of(metric.path("score"))) : all;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  // JMH writes what is not a number as the text "NaN".
  private static List<Double> numbers(Iterable<JsonNode> nodes) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (node.isNumber() && Double.isFinite(node.doubleValue())) {
        numbers.add(node.doubleValue());
      }
    }
    return numbers;
  }
}
