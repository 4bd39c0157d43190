package dev.mimokit.report.page;

import dev.mimokit.report.figure.Shown;
import dev.mimokit.report.read.BenchRow;
import dev.mimokit.report.read.BenchmarkScore;
import dev.mimokit.report.read.LoadCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Measured figures as the rows of tables. */
final class Measurements {

  private static final int MOST_TAGS = 100;

  private Measurements() {}

  static List<PageView.LatencyView> latencies(Map<String, Histogram> byTag) {
    List<PageView.LatencyView> rows = new ArrayList<>();
    byTag.entrySet().stream()
        .limit(MOST_TAGS)
        .forEach(tagged -> rows.add(latency(tagged.getKey(), tagged.getValue())));
    return rows;
  }

  private static PageView.LatencyView latency(String tag, Histogram histogram) {
    return new PageView.LatencyView(
        tag,
        Shown.count(histogram.getTotalCount()),
        millis(histogram.getMean()),
        percentile(histogram, 50),
        percentile(histogram, 90),
        percentile(histogram, 99),
        percentile(histogram, 99.9),
        millis((double) histogram.getMaxValue()));
  }

  private static String percentile(Histogram histogram, double percentile) {
    return millis((double) histogram.getValueAtPercentile(percentile));
  }

  private static String millis(double micros) {
    return String.format(Locale.ROOT, "%,.3f", micros / 1000);
  }

  static List<PageView.CounterView> counters(List<LoadCounters> loads) {
    return loads.stream()
        .flatMap(load -> load.counters().keySet().stream())
        .distinct()
        .map(name -> new PageView.CounterView(words(name), values(name, loads)))
        .toList();
  }

  private static List<String> values(String name, List<LoadCounters> loads) {
    return loads.stream().map(load -> load.counters().getOrDefault(name, "")).toList();
  }

  /** {@code longestCallMicros} as people write it. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  static PageView.BenchmarkView benchmark(BenchmarkScore row) {
    String name = row.benchmark();
    int method = name.lastIndexOf('.');
    int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
    return new PageView.BenchmarkView(
        name.substring(type + 1),
        name,
        row.params(),
        row.mode(),
        Integer.toString(row.threads()),
        significant(OptionalDouble.of(row.score())),
        significant(row.error()),
        row.unit(),
        significant(row.bytesPerOp()));
  }

  static PageView.FigureView figure(BenchRow row) {
    return new PageView.FigureView(
        row.name(),
        significant(OptionalDouble.of(row.value())),
        significant(OptionalDouble.of(row.low())),
        significant(OptionalDouble.of(row.high())),
        row.unit(),
        row.target(),
        row.judgement(),
        row.host());
  }

  /** As many decimals as the value has a use for; empty when there is none. */
  private static String significant(OptionalDouble value) {
    if (value.isEmpty()) {
      return "";
    }
    double size = Math.abs(value.getAsDouble());
    int decimals = size >= 1000 ? 0 : size >= 1 ? 3 - (int) Math.log10(size) : 4;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value.getAsDouble());
  }

  /** The first {@code lines} of them, each at most {@code length} long. */
  static List<String> shortened(List<String> all, int lines, int length) {
    return all.stream().limit(lines).map(line -> Shown.shortened(line, length)).toList();
  }
}
