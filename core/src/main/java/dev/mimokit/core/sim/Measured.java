package dev.mimokit.core.sim;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What one replication came to. The histograms must not be changed. */
public record Measured(
    Counts counts, Causes causes, Times times, Peaks peaks, List<MinuteUse> minutes) {

  /** Copies the list. */
  public Measured {
    minutes = List.copyOf(minutes);
  }

  /**
   * Of requests: {@code offered = admitted + givenUp + pending}.
   *
   * @param offered asked for
   * @param admitted that were let in
   * @param givenUp that were given up before that: attempts used, deadline, or larger than a limit
   * @param pending undecided when the run was cut
   * @param refused attempts that were refused, of any request
   * @param firstRefused requests whose first attempt was refused
   * @param cancelled admitted, then given up before their end
   * @param good admitted and within the goal; neither cancelled nor still in flight at the cut
   * @param leastTokens of admitted requests, each with what was charged at admission or in the end,
   *     whichever is less
   * @param smallestTokens the same of the request with the fewest; 0 when none was admitted
   * @param events arrivals, attempts after the first, wake-ups and completions
   */
  public record Counts(
      long offered,
      long admitted,
      long givenUp,
      long pending,
      long refused,
      long firstRefused,
      long cancelled,
      long good,
      long leastTokens,
      long smallestTokens,
      long events) {

    /** Requests whose first attempt was refused, of all; 0 of none. */
    public double firstRefusedShare() {
      return offered == 0 ? 0 : (double) firstRefused / offered;
    }

    /** Refused attempts for each request. */
    public double refusedPerJob() {
      return offered == 0 ? 0 : (double) refused / offered;
    }

    /** Requests given up, of all. */
    public double givenUpShare() {
      return offered == 0 ? 0 : (double) givenUp / offered;
    }

    /** Requests within the goal, of all. */
    public double goodShare() {
      return offered == 0 ? 0 : (double) good / offered;
    }
  }

  /**
   * What held requests up; every cause is in both.
   *
   * @param refusals refused attempts; their sum is {@link Counts#refused}
   * @param waitNanos time from a refusal to the next attempt or the end; in queues, time during
   *     which the limiter would have refused the head, counted for the head only
   */
  public record Causes(Map<Cause, Long> refusals, Map<Cause, Long> waitNanos) {

    /** Copies the maps. */
    public Causes {
      refusals = Map.copyOf(refusals);
      waitNanos = Map.copyOf(waitNanos);
    }
  }

  /**
   * Times of admitted requests, in microseconds with three significant digits.
   *
   * @param waits from being asked for to admission
   * @param endToEnd from being asked for to the end of the answer, of those that ended
   * @param waitSumNanos sum of the waits, exactly
   * @param waited admitted requests that waited at all
   * @param lastAdmissionNanos of the last admission, from the start of the run; 0 without one
   * @param endNanos of the last event
   */
  public record Times(
      Histogram waits,
      Histogram endToEnd,
      long waitSumNanos,
      long waited,
      long lastAdmissionNanos,
      long endNanos) {

    /** That percentile of the waits, in seconds. */
    public double waitSeconds(double percentile) {
      return waits.getValueAtPercentile(percentile) / 1e6;
    }

    /** That percentile from being asked for to the end, in seconds. */
    public double endToEndSeconds(double percentile) {
      return endToEnd.getValueAtPercentile(percentile) / 1e6;
    }

    /** Mean wait in seconds, exactly; 0 when nothing was admitted. */
    public double meanWaitSeconds() {
      long admitted = waits.getTotalCount();
      return admitted == 0 ? 0 : waitSumNanos / 1e9 / admitted;
    }
  }

  /** The most requests waiting, and in flight, at once, over all units. */
  public record Peaks(long waiting, long inFlight) {}

  /**
   * What was admitted in one minute of the run, over all units.
   *
   * @param tokens charged at admission, corrected at the end
   */
  public record MinuteUse(long requests, long tokens) {}
}
