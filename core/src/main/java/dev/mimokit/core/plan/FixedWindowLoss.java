package dev.mimokit.core.plan;

/**
 * Calls that come at random, are not repeated, and meet windows with fixed edges: of the N calls in
 * a window, all beyond the limit R are refused. The share is E(N - R)+ / E(N) for a Poisson N.
 */
public final class FixedWindowLoss {

  /** Terms smaller than this share of the sum no longer change it. */
  private static final double NEGLIGIBLE = 1e-17;

  private FixedWindowLoss() {}

  /**
   * The share refused, 0 to 1.
   *
   * @param limit calls admitted in a window, at least 1
   * @param callsPerWindow mean number of calls in a window, at least 0
   */
  public static double refusedShare(int limit, double callsPerWindow) {
    Check.atLeastOne("limit", limit);
    Check.load("callsPerWindow", callsPerWindow);
    return callsPerWindow == 0 ? 0 : excess(limit, callsPerWindow) / callsPerWindow;
  }

  /**
   * E(N - R)+, summed upwards from R + 1, or as E(N) - R + E(R - N)+ downwards from R where that is
   * the shorter tail: small figures are then sums, not differences.
   */
  private static double excess(int limit, double mean) {
    if (mean > limit) {
      return mean - limit + shortfall(limit, mean);
    }
    double term = probability(limit + 1L, mean);
    double sum = term;
    for (long n = limit + 2L; term * (n - limit) > NEGLIGIBLE * sum; n++) {
      term *= mean / n;
      sum += (n - limit) * term;
    }
    return sum;
  }

  private static double shortfall(int limit, double mean) {
    double term = probability(limit, mean);
    double sum = 0;
    for (long n = limit; n >= 0 && term > 0; n--) {
      sum += (limit - n) * term;
      term *= n / mean;
    }
    return sum;
  }

  /** P(N = n), by its logarithm, since mean^n alone would be too large. */
  private static double probability(long n, double mean) {
    double logFactorial = 0;
    for (long i = 2; i <= n; i++) {
      logFactorial += StrictMath.log((double) i);
    }
    return StrictMath.exp(n * StrictMath.log(mean) - mean - logFactorial);
  }
}
