package dev.mimokit.report.compare;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * How far two samples are apart.
 *
 * <p>The interval is the percentile bootstrap of the ratio of medians. With few repeats it is about
 * as wide as the samples themselves, so it excludes 1 only where they hardly overlap. The test is
 * of Mann and Whitney, two-sided, exact while there are no ties. Three repeats a side cannot reach
 * 5 % (the least is 10 %); there, nothing less than complete separation is significant.
 *
 * @param ratio median of the head by median of the base, both positive
 * @param low end of the 95 % interval of that ratio
 * @param high end of it
 * @param p probability of such ranks when nothing changed
 * @param significant whether the interval excludes 1 and the ranks agree
 */
public record Effect(double ratio, double low, double high, double p, boolean significant) {

  /** Fewer repeats than this say nothing about how repeats differ. */
  public static final int FEWEST = 3;

  private static final int RESAMPLES = 2_000;
  private static final double LEVEL = 0.05;

  /**
   * Compares positive values, at least {@link #FEWEST} a side.
   *
   * @param seed of the resampling: the same input gives the same answer
   */
  static Effect of(List<Double> base, List<Double> head, long seed) {
    double[] before = array(base);
    double[] after = array(head);
    double[] ratios = new double[RESAMPLES];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RESAMPLES; i++) {
      ratios[i] = median(resampled(after, random)) / median(resampled(before, random));
    }
    Arrays.sort(ratios);
    double low = ratios[(int) (RESAMPLES * LEVEL / 2)];
    double high = ratios[(int) (RESAMPLES * (1 - LEVEL / 2)) - 1];
    double p = MannWhitneyUTest.withDefaults().test(before, after).getPValue();
    double reachable = Math.max(LEVEL, leastP(before.length, after.length) * 1.000_001);
    return new Effect(
        median(after) / median(before), low, high, p, (low > 1 || high < 1) && p <= reachable);
  }

  /** The p-value of complete separation: 2 / C(n + m, n). */
  private static double leastP(int n, int m) {
    double orders = 1;
    for (int i = 1; i <= n; i++) {
      orders *= (double) (m + i) / i;
    }
    return 2 / orders;
  }

  private static double[] resampled(double[] from, SplittableRandom random) {
    double[] sample = new double[from.length];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = from[random.nextInt(from.length)];
    }
    return sample;
  }

  static double median(List<Double> values) {
    return median(array(values));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
