package dev.mimokit.bench.row;

import java.util.Collection;
import java.util.List;

/**
 * The same figure measured several times: its median, lowest and highest.
 *
 * @param repeats the values themselves, for statistics; empty where only their summary is known
 */
public record Spread(double value, double low, double high, List<Double> repeats) {

  /** Copies the list. */
  public Spread {
    repeats = List.copyOf(repeats);
  }

  /** A summary without its values. */
  public Spread(double value, double low, double high) {
    this(value, low, high, List.of());
  }

  /** A figure that stands for itself. */
  public static Spread of(double value) {
    return new Spread(value, value, value, List.of(value));
  }

  /** Of at least one repeat; between the two middle ones when their number is even. */
  public static Spread of(Collection<Double> repeats) {
    if (repeats.isEmpty()) {
      throw new IllegalArgumentException("a spread needs at least one repeat");
    }
    double[] sorted = repeats.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int last = sorted.length - 1;
    double median = (sorted[last / 2] + sorted[(last + 1) / 2]) / 2;
    return new Spread(median, sorted[0], sorted[last], List.copyOf(repeats));
  }

  /** This as a multiple of another, which is positive; as wide as both of them allow. */
  public Spread over(Spread floor) {
    return new Spread(value / floor.value, low / floor.high, high / floor.low);
  }
}
