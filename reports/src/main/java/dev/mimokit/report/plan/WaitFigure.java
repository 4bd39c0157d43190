package dev.mimokit.report.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.report.figure.Curves;
import dev.mimokit.report.figure.Shown;
import dev.mimokit.report.figure.Tick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Wait by percentile, one curve an answer: to the right nines, upwards seconds, both logarithmic.
 * Waits below a millisecond are drawn as one.
 */
final class WaitFigure {

  private static final int MOST_CURVES = 6;
  private static final int WIDTH = 960;
  private static final int HEIGHT = 300;
  private static final double LEFT = 72;
  private static final double RIGHT = 800;
  private static final double TOP = 12;
  private static final double BOTTOM = 268;
  private static final double LINE = 15;
  private static final double NINES = 4;
  private static final int LOWEST = -3;

  private final JsonNode answers;
  private final int highest;

  private WaitFigure(JsonNode answers) {
    this.answers = answers;
    double most = 0.01;
    for (JsonNode answer : answers) {
      for (JsonNode point : answer.path("waitByPercentile")) {
        most = Math.max(most, point.path(1).asDouble());
      }
    }
    this.highest = (int) Math.ceil(Math.log10(most));
  }

  /** Draws the first six answers. */
  static Curves of(JsonNode answers) {
    return new WaitFigure(answers).curves();
  }

  private Curves curves() {
    List<Curves.Curve> curves = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_CURVES, answers.size()); i++) {
      curves.add(curve(i, answers.get(i)));
    }
    String names = String.join(", ", curves.stream().map(Curves.Curve::tag).toList());
    return new Curves(
        WIDTH,
        HEIGHT,
        "Wait for admission by percentile, both axes logarithmic, one curve for each of " + names,
        across(),
        IntStream.rangeClosed(LOWEST, highest).mapToObj(this::tick).toList(),
        apart(curves));
  }

  private Curves.Curve curve(int style, JsonNode answer) {
    StringBuilder path = new StringBuilder();
    double x = LEFT;
    double y = BOTTOM;
    for (JsonNode point : answer.path("waitByPercentile")) {
      x = x(point.path(0).asDouble());
      y = y(point.path(1).asDouble());
      path.append(path.length() == 0 ? "M" : "L").append(at(x)).append(' ').append(at(y));
    }
    String tag = answer.path("window").asText() + ", " + answer.path("quotaUnits").asText();
    return new Curves.Curve(
        Shown.shortened(tag, 20), style, path.toString(), at(x), at(y), at(RIGHT + 12), at(y));
  }

  private static List<Curves.Curve> apart(List<Curves.Curve> curves) {
    List<Curves.Curve> moved = new ArrayList<>();
    double free = TOP;
    for (Curves.Curve curve :
        curves.stream()
            .sorted(Comparator.comparingDouble(c -> Double.parseDouble(c.labelY())))
            .toList()) {
      double y = Math.max(free, Double.parseDouble(curve.labelY()));
      free = y + LINE;
      moved.add(
          new Curves.Curve(
              curve.tag(),
              curve.style(),
              curve.path(),
              curve.endX(),
              curve.endY(),
              curve.labelX(),
              at(y + 4)));
    }
    return moved;
  }

  private static double x(double percentile) {
    double nines = percentile >= 100 ? NINES : -Math.log10(1 - percentile / 100);
    return LEFT + (RIGHT - LEFT) * Math.min(NINES, nines) / NINES;
  }

  private double y(double seconds) {
    double place =
        (Math.log10(Math.max(seconds, Math.pow(10, LOWEST))) - LOWEST) / (highest - LOWEST);
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, place);
  }

  private static List<Tick> across() {
    List<Tick> ticks = new ArrayList<>();
    for (double percentile : new double[] {50, 90, 99, 99.9}) {
      ticks.add(new Tick(at(x(percentile)), Shown.rounded(percentile, 1) + " %"));
    }
    ticks.add(new Tick(at(RIGHT), "max"));
    return ticks;
  }

  private Tick tick(int power) {
    String label =
        power < 0
            ? Shown.rounded(Math.pow(10, power + 3.0), 0) + " ms"
            : Shown.rounded(Math.pow(10, power), 0) + " s";
    return new Tick(at(y(Math.pow(10, power))), label);
  }

  private static String at(double coordinate) {
    return Shown.rounded(coordinate, 1);
  }
}
