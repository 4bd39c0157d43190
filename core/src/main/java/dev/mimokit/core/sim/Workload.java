package dev.mimokit.core.sim;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** When requests are asked for. Rates are per hour. Immutable. */
public sealed interface Workload {

  /** Gaps without memory. */
  record Poisson(double perHour) implements Workload {

    /** Refuses a rate that is not positive. */
    public Poisson {
      requireRate(perHour);
    }
  }

  /** Even gaps; the first request comes at 0. */
  record Constant(double perHour) implements Workload {

    /** Refuses a rate that is not positive. */
    public Constant {
      requireRate(perHour);
    }
  }

  /** Poisson whose rate changes every hour of a week, which repeats; hour 0 begins at 0. */
  record Weekly(List<Double> hourly) implements Workload {

    /** Hours of a week. */
    public static final int HOURS = 168;

    /** Copies the list; refuses other than 168 rates, negative ones, and a week of zeros. */
    public Weekly {
      hourly = List.copyOf(hourly);
      if (hourly.size() != HOURS) {
        throw new IllegalArgumentException(
            "a week has " + HOURS + " hourly rates: " + hourly.size() + " given");
      }
      for (double rate : hourly) {
        if (!(rate >= 0 && rate <= MOST_PER_HOUR)) {
          throw new IllegalArgumentException(
              "hourly rates must be within 0.." + MOST_PER_HOUR + ": " + rate);
        }
      }
      if (hourly.stream().allMatch(rate -> rate == 0)) {
        throw new IllegalArgumentException("a week needs at least one hour with a rate above 0");
      }
    }

    /** The same rate in every hour. */
    public static Weekly flat(double perHour) {
      return new Weekly(Collections.nCopies(HOURS, perHour));
    }
  }

  /**
   * Independent gaps of that coefficient of variation: 1 is Poisson, above 1 comes in bursts.
   *
   * @param cv standard deviation of the gaps over their mean, within 0.1..20
   */
  record Bursty(double perHour, double cv, GapLaw law) implements Workload {

    /** Refuses a rate that is not positive and a cv outside its range. */
    public Bursty {
      requireRate(perHour);
      if (!(cv >= 0.1 && cv <= 20)) {
        throw new IllegalArgumentException("cv must be within 0.1..20: " + cv);
      }
    }
  }

  /** What the gaps of {@link Bursty} are distributed like. */
  enum GapLaw {
    /** Gamma, as in the published burst traces. */
    GAMMA,
    /** Weibull: heavier for the same cv above 1. */
    WEIBULL
  }

  /**
   * Users that ask again only after the last answer, or after they gave up.
   *
   * @param think mean of the exponential pause between an answer and the next request; 0 for none
   */
  record Closed(int users, Duration think) implements Workload {

    /** Refuses fewer than 1 or more than 10^7 users and a negative pause. */
    public Closed {
      if (users < 1 || users > 10_000_000) {
        throw new IllegalArgumentException("users must be within 1..10000000: " + users);
      }
      if (think.isNegative()) {
        throw new IllegalArgumentException("think time must not be negative: " + think);
      }
    }
  }

  /** All at once, at 0. */
  record Batch(long jobs) implements Workload {

    /** Refuses fewer than 1 or more than 10^7 jobs: all of them wait in memory together. */
    public Batch {
      if (jobs < 1 || jobs > 10_000_000) {
        throw new IllegalArgumentException("jobs must be within 1..10000000: " + jobs);
      }
    }
  }

  /**
   * What was recorded elsewhere.
   *
   * @param scale requests for each of the trace's: 2.5 gives two, and a third for every other one
   * @param timeCompression gaps are divided by this: 2 is twice as fast
   * @param repeat how often it is played, one after another
   */
  record Traced(Trace trace, double scale, double timeCompression, int repeat) implements Workload {

    /** Refuses what is not positive, a scale above 1000 and more than 10^9 requests in all. */
    public Traced {
      if (!(scale > 0 && scale <= 1_000)) {
        throw new IllegalArgumentException("scale must be above 0, at most 1000: " + scale);
      }
      if (!(timeCompression >= 1e-6 && timeCompression <= 1e6)) {
        throw new IllegalArgumentException(
            "timeCompression must be within 0.000001..1000000: " + timeCompression);
      }
      if (repeat < 1 || repeat * scale * trace.size() > 1e9) {
        throw new IllegalArgumentException(
            "repeat must be at least 1, and 10^9 requests the most: " + repeat);
      }
    }

    /** As it was recorded. */
    public static Traced once(Trace trace) {
      return new Traced(trace, 1, 1, 1);
    }
  }

  /** The highest rate that is taken: 10^9 an hour. */
  double MOST_PER_HOUR = 1e9;

  private static void requireRate(double perHour) {
    if (!(perHour >= 1e-6 && perHour <= MOST_PER_HOUR)) {
      throw new IllegalArgumentException(
          "rate must be within 0.000001.." + MOST_PER_HOUR + " per hour: " + perHour);
    }
  }
}
