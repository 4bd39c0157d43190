package dev.mimokit.core.sim;

/** Arrivals with independent gaps. */
final class GapArrivals implements Arrivals {

  private static final double LAST = 9e18;

  private final double meanNanos;
  private final Gaps gaps;
  private final Draws draws;
  private double at;

  GapArrivals(double meanNanos, Gaps gaps, Draws draws) {
    this.meanNanos = meanNanos;
    this.gaps = gaps;
    this.draws = draws;
  }

  /** Even gaps, the first request at 0. */
  static GapArrivals even(double meanNanos, Draws draws) {
    GapArrivals arrivals = new GapArrivals(meanNanos, Gaps.even(), draws);
    arrivals.at = -meanNanos;
    return arrivals;
  }

  @Override
  public long next() {
    at += meanNanos * gaps.next(draws);
    return at < LAST ? (long) at : NONE;
  }
}
