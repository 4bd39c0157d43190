package dev.mimokit.core.plan;

import dev.mimokit.core.sim.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** A grid of scenarios, asked one by one or several at once, answered in the grid's order. */
public record Sweep(List<Point> points) {

  /** Most points of a grid. */
  public static final int MOST_POINTS = 10_000;

  /**
   * One value of an axis.
   *
   * @param label as printed
   */
  public record Value(String label, UnaryOperator<Scenario> change) {}

  /** What is varied. */
  public record Axis(String name, List<Value> values) {

    /** Copies the list; refuses none. */
    public Axis {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("axis " + name + " needs at least one value");
      }
    }
  }

  /**
   * One scenario of the grid.
   *
   * @param labels of its values, by axis, in the order of the axes
   */
  public record Point(Map<String, String> labels, Scenario scenario) {

    /** Copies the map in its order. */
    public Point {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /** An answered point. */
  public record Row(Point point, Answer answer) {}

  /**
   * What was done.
   *
   * @param rows answered points, in the grid's order
   * @param asked points of the grid
   */
  public record Outcome(List<Row> rows, int asked) {

    /** Copies the list. */
    public Outcome {
      rows = List.copyOf(rows);
    }

    /** Whether all points were answered. */
    public boolean complete() {
      return rows.size() == asked;
    }
  }

  /** Copies the list; refuses none and more than {@link #MOST_POINTS}. */
  public Sweep {
    points = List.copyOf(points);
    if (points.isEmpty() || points.size() > MOST_POINTS) {
      throw new IllegalArgumentException(
          "a sweep has 1.." + MOST_POINTS + " points: " + points.size());
    }
  }

  /** Every combination of the axes' values; the last axis changes fastest. */
  public static Sweep grid(Scenario base, List<Axis> axes) {
    long size = axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Sweep::times);
    if (size > MOST_POINTS) {
      throw new IllegalArgumentException("a sweep has 1.." + MOST_POINTS + " points: " + size);
    }
    List<Point> points = List.of(new Point(Map.of(), base));
    for (Axis axis : axes) {
      List<Point> longer = new ArrayList<>();
      for (Point point : points) {
        for (Value value : axis.values()) {
          Map<String, String> labels = new LinkedHashMap<>(point.labels());
          labels.put(axis.name(), value.label());
          longer.add(new Point(labels, value.change().apply(point.scenario())));
        }
      }
      points = longer;
    }
    return new Sweep(points);
  }

  private static long times(long a, long b) {
    return Math.min(a * b, Integer.MAX_VALUE);
  }

  /**
   * Answers the points, each on one thread, with the binding limit by shares alone. Not the number
   * of threads but only the scenarios decide the bytes of a row.
   *
   * @param cancelled asked before each point, from any thread; points that are done are kept
   * @param progress told the number of points done, from any thread, never two at once
   */
  public Outcome run(int threads, BooleanSupplier cancelled, IntConsumer progress) {
    CapacityPlan alone = new CapacityPlan(1);
    Progress done = new Progress(progress);
    List<Callable<Optional<Row>>> pieces = new ArrayList<>(points.size());
    for (Point point : points) {
      pieces.add(
          () -> {
            if (cancelled.getAsBoolean()) {
              return Optional.empty();
            }
            Row row = new Row(point, alone.measure(point.scenario()));
            done.another();
            return Optional.of(row);
          });
    }
    List<Row> rows = Lanes.run(threads, pieces).stream().flatMap(Optional::stream).toList();
    return new Outcome(rows, points.size());
  }

  /** Counts points and tells, one at a time. */
  private static final class Progress {

    private final IntConsumer listener;
    private int done;

    Progress(IntConsumer listener) {
      this.listener = listener;
    }

    synchronized void another() {
      listener.accept(++done);
    }
  }
}
