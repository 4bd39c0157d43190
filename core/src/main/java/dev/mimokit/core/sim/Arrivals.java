package dev.mimokit.core.sim;

import java.time.Duration;

/** Instants at which requests are asked for, pulled one by one, never decreasing. */
interface Arrivals {

  /** No more requests come. */
  long NONE = Long.MAX_VALUE;

  /** The next instant, or {@link #NONE}. */
  long next();

  /** The trace's row of the last instant; only for traces. */
  default int row() {
    throw new IllegalStateException("there is no trace");
  }

  /** Those of a workload; none of a closed one, whose users ask. */
  static Arrivals of(Workload workload, Draws draws) {
    if (workload instanceof Workload.Poisson poisson) {
      return new GapArrivals(meanNanos(poisson.perHour()), Gaps.exponential(), draws);
    }
    if (workload instanceof Workload.Bursty bursty) {
      Gaps gaps =
          bursty.law() == Workload.GapLaw.GAMMA
              ? Gaps.gamma(bursty.cv())
              : Gaps.weibull(bursty.cv());
      return new GapArrivals(meanNanos(bursty.perHour()), gaps, draws);
    }
    if (workload instanceof Workload.Constant constant) {
      return GapArrivals.even(meanNanos(constant.perHour()), draws);
    }
    if (workload instanceof Workload.Weekly weekly) {
      return new WeeklyArrivals(weekly, draws);
    }
    if (workload instanceof Workload.Batch batch) {
      return new BatchArrivals(batch.jobs());
    }
    if (workload instanceof Workload.Traced traced) {
      return new TracedArrivals(traced);
    }
    return () -> NONE;
  }

  private static double meanNanos(double perHour) {
    return Duration.ofHours(1).toNanos() / perHour;
  }
}
