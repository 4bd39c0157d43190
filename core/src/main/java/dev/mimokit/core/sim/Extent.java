package dev.mimokit.core.sim;

import java.time.Duration;

/**
 * How much is simulated. Arrivals end after {@code arrivals} or {@code jobs}, whichever is first;
 * what is under way then goes on for at most {@code afterwards} and is pending after that.
 *
 * @param replications runs with randomness of their own, from which intervals come; at least 1
 * @param jobs most requests that are asked for in one replication
 */
public record Extent(
    long seed, int replications, long jobs, Duration arrivals, Duration afterwards) {

  /** The longest span that is simulated: about 100 years would overflow, so 10. */
  public static final Duration LONGEST = Duration.ofDays(3_650);

  /** As many jobs as come. */
  public static final long ALL = Long.MAX_VALUE;

  /** Refuses fewer than 1 replication or job, and spans outside 0..{@link #LONGEST}. */
  public Extent {
    if (replications < 1 || replications > 10_000) {
      throw new IllegalArgumentException("replications must be within 1..10000: " + replications);
    }
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs must be at least 1: " + jobs);
    }
    if (arrivals.isNegative() || arrivals.isZero() || arrivals.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "arrivals must last more than 0, at most " + LONGEST.toDays() + " days: " + arrivals);
    }
    if (afterwards.isNegative() || afterwards.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "afterwards must be within 0.." + LONGEST.toDays() + " days: " + afterwards);
    }
  }

  /** So many jobs, and up to a year until they are done. */
  public static Extent jobs(long seed, int replications, long jobs) {
    return new Extent(seed, replications, jobs, LONGEST, Duration.ofDays(365));
  }

  /** Arrivals for that long, and up to a year until they are done. */
  public static Extent lasting(long seed, int replications, Duration arrivals) {
    return new Extent(seed, replications, ALL, arrivals, Duration.ofDays(365));
  }

  /** The same with another seed and number of replications. */
  public Extent with(long otherSeed, int otherReplications) {
    return new Extent(otherSeed, otherReplications, jobs, arrivals, afterwards);
  }
}
