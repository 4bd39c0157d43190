package dev.mimokit.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Latency by percentile with both axes logarithmic: to the right nines (90, 99, 99.9 …), upwards
 * milliseconds. Histograms hold microseconds.
 */
public final class PercentileFigure {

  private static final int MOST_CURVES = 6;
  private static final int STEPS = 60;
  private static final int WIDTH = 960;
  private static final int HEIGHT = 300;
  private static final double LEFT = 72;
  private static final double RIGHT = 800;
  private static final double TOP = 12;
  private static final double BOTTOM = 268;
  private static final double LINE = 15;
  private static final double MICROS_PER_MILLI = 1000;

  private final Map<String, Histogram> byTag;
  private final double nines;
  private final int lowest;
  private final int highest;

  private PercentileFigure(Map<String, Histogram> byTag) {
    this.byTag = byTag;
    long most = byTag.values().stream().mapToLong(Histogram::getTotalCount).max().orElse(1);
    this.nines = Math.max(1, Math.min(5, Math.ceil(Math.log10((double) Math.max(10, most)))));
    double least = byTag.values().stream().mapToDouble(h -> millis(h, 0)).min().orElse(1);
    double greatest = byTag.values().stream().mapToDouble(h -> millis(h, 100)).max().orElse(10);
    this.lowest = (int) Math.floor(Math.log10(least));
    this.highest = Math.max(lowest + 1, (int) Math.ceil(Math.log10(greatest)));
  }

  /** Draws the first six tags. */
  public static Curves of(Map<String, Histogram> latencies) {
    return new PercentileFigure(latencies).layout();
  }

  private static double millis(Histogram histogram, double percentile) {
    return Math.max(1, histogram.getValueAtPercentile(percentile)) / MICROS_PER_MILLI;
  }

  private double x(double nine) {
    return LEFT + (RIGHT - LEFT) * nine / nines;
  }

  private double y(double millis) {
    double place = (Math.log10(millis) - lowest) / (highest - lowest);
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, Math.max(0, place));
  }

  private Curves layout() {
    List<Curves.Curve> curves = new ArrayList<>();
    byTag.entrySet().stream()
        .limit(MOST_CURVES)
        .forEach(tagged -> curves.add(curve(curves.size(), tagged.getKey(), tagged.getValue())));
    String description =
        "Latency by percentile, both axes logarithmic, one curve for each of "
            + String.join(", ", curves.stream().map(Curves.Curve::tag).toList());
    return new Curves(WIDTH, HEIGHT, description, across(), up(), apart(curves));
  }

  private Curves.Curve curve(int style, String tag, Histogram histogram) {
    double end = Math.min(nines, Math.log10((double) Math.max(2, histogram.getTotalCount())));
    StringBuilder path = new StringBuilder();
    String separator = "M";
    double y = 0;
    for (int i = 0; i <= STEPS; i++) {
      double nine = end * i / STEPS;
      y = y(millis(histogram, 100 * (1 - Math.pow(10, -nine))));
      path.append(separator).append(Shown.at(x(nine))).append(' ').append(Shown.at(y));
      separator = "L";
    }
    return new Curves.Curve(
        Shown.shortened(tag, 20),
        style,
        path.toString(),
        Shown.at(x(end)),
        Shown.at(y),
        Shown.at(RIGHT + 12),
        Shown.at(y));
  }

  /** Moves labels down until none covers another. */
  private static List<Curves.Curve> apart(List<Curves.Curve> curves) {
    List<Curves.Curve> moved = new ArrayList<>();
    double free = TOP;
    for (Curves.Curve curve :
        curves.stream()
            .sorted((a, b) -> Double.compare(number(a.labelY()), number(b.labelY())))
            .toList()) {
      double y = Math.max(free, number(curve.labelY()));
      free = y + LINE;
      moved.add(
          new Curves.Curve(
              curve.tag(),
              curve.style(),
              curve.path(),
              curve.endX(),
              curve.endY(),
              curve.labelX(),
              Shown.at(y + 4)));
    }
    return moved;
  }

  private static double number(String coordinate) {
    return Double.parseDouble(coordinate);
  }

  private List<Tick> across() {
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(Shown.at(x(Math.log10(2))), "50 %"));
    for (int nine = 1; nine <= nines; nine++) {
      ticks.add(
          new Tick(Shown.at(x(nine)), Shown.rounded(100 * (1 - Math.pow(10, -nine)), nine) + " %"));
    }
    return ticks;
  }

  private List<Tick> up() {
    List<Tick> ticks = new ArrayList<>();
    for (int power = lowest; power <= highest; power++) {
      ticks.add(new Tick(Shown.at(y(Math.pow(10, power))), label(power)));
    }
    return ticks;
  }

  private static String label(int power) {
    return power >= 3
        ? Shown.rounded(Math.pow(10, power - 3.0), 0) + " s"
        : Shown.rounded(Math.pow(10, power), 3) + " ms";
  }
}
