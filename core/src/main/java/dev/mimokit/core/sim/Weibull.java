package dev.mimokit.core.sim;

/** Moments of the Weibull distribution of scale 1. */
final class Weibull {

  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private Weibull() {}

  /** The mean for that shape. */
  static double mean(double shape) {
    return StrictMath.exp(logGamma(1 + 1 / shape));
  }

  /** The shape for that coefficient of variation, which falls as the shape grows. */
  static double shape(double cv) {
    double low = 0.05;
    double high = 50;
    while (high - low > 1e-12 * high) {
      double middle = (low + high) / 2;
      if (cv(middle) > cv) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  static double cv(double shape) {
    double ratio = logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape);
    return StrictMath.sqrt(StrictMath.expm1(ratio));
  }

  /** Lanczos, g = 7; for arguments of at least 1. */
  private static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return 0.5 * StrictMath.log(2 * Math.PI)
        + (x - 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }
}
