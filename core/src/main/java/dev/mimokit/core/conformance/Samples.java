package dev.mimokit.core.conformance;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Plain statistics over a handful of values; absent where there are too few. */
final class Samples {

  private Samples() {}

  /** The nearest-rank percentile. */
  static OptionalDouble percentile(double[] values, int percent) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return OptionalDouble.of(sorted[Math.max(0, rank - 1)]);
  }

  /** Sample standard deviation by mean; needs two values and a positive mean. */
  static OptionalDouble variation(double[] values) {
    double mean = DoubleStream.of(values).average().orElse(0);
    if (values.length < 2 || mean <= 0) {
      return OptionalDouble.empty();
    }
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)) / mean);
  }
}
