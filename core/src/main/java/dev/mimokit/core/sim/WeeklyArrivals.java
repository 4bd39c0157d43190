package dev.mimokit.core.sim;

import java.time.Duration;

/*
 * A Poisson process whose rate changes every hour. What passes between two requests is exponential in expected
 * requests, not in time; so each gap is drawn once and spent hour by hour, at that hour's rate.
 */
/** Arrivals with a weekly profile. */
final class WeeklyArrivals implements Arrivals {

  private static final double HOUR = Duration.ofHours(1).toNanos();
  private static final double LAST = 9e18;

  private final double[] perNano = new double[Workload.Weekly.HOURS];
  private final Draws draws;
  private int hour;
  private double hourStart;
  private double at;

  WeeklyArrivals(Workload.Weekly weekly, Draws draws) {
    for (int i = 0; i < perNano.length; i++) {
      perNano[i] = weekly.hourly().get(i) / HOUR;
    }
    this.draws = draws;
  }

  @Override
  public long next() {
    double left = draws.exponential();
    double untilEnd = hourStart + HOUR - at;
    while (left >= perNano[hour] * untilEnd) {
      left -= perNano[hour] * untilEnd;
      hourStart += HOUR;
      if (hourStart > LAST) {
        return NONE;
      }
      at = hourStart;
      untilEnd = HOUR;
      hour = hour + 1 == perNano.length ? 0 : hour + 1;
    }
    at += left / perNano[hour];
    return (long) at;
  }
}
