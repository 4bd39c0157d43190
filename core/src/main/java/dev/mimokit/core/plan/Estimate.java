package dev.mimokit.core.plan;

import java.util.Collection;

/**
 * A mean over replications with its 95 % interval, by Student's t. One replication knows no
 * interval: it is then the mean itself, and {@link #known} is false.
 */
public record Estimate(double mean, double low, double high, int replications) {

  /** Of at least one value. */
  public static Estimate of(Collection<Double> values) {
    int n = values.size();
    if (n == 0) {
      throw new IllegalArgumentException("an estimate needs at least one value");
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / n;
    if (n == 1) {
      return new Estimate(mean, mean, mean, 1);
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double half = StudentT.quantile975(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return new Estimate(mean, mean - half, mean + half, n);
  }

  /** Whether there were enough replications for an interval. */
  public boolean known() {
    return replications > 1;
  }

  /** Whether a value lies in the interval. */
  public boolean covers(double value) {
    return low <= value && value <= high;
  }
}
