package dev.mimokit.report.read;

import java.util.List;
import java.util.Optional;

/**
 * One measured figure with all its repeats.
 *
 * @param name unique within its run
 * @param better which way is better; empty where neither is
 * @param repeats the measured values, one a fork; a figure that stands for itself has one
 * @param settings how it was measured: two figures compare only when these are equal
 * @param flags of the JVM it was measured in; empty where the file does not say
 * @param doubt why nothing can be said about it, for example another program's load; else empty
 */
public record Figure(
    String name,
    String unit,
    Optional<Better> better,
    List<Double> repeats,
    String settings,
    String flags,
    String doubt) {

  /** Which way a figure improves. */
  public enum Better {
    /** Times, memory. */
    SMALLER,
    /** Throughput. */
    BIGGER
  }

  /** Copies the list; refuses an empty one. */
  public Figure {
    repeats = List.copyOf(repeats);
    if (repeats.isEmpty()) {
      throw new IllegalArgumentException("a figure needs at least one value: " + name);
    }
  }

  /** Whether it counts allocated bytes, which hardly vary and so need no statistics. */
  public boolean allocation() {
    return unit.equals("B/op");
  }
}
