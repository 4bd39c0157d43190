package dev.mimokit.load.run;

import dev.mimokit.load.scenario.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A load that is sent for a planner to be measured against: one account, one model, all calls by
 * one policy.
 *
 * @param name of the account too: letters, digits and hyphens
 * @param policy of {@code core.retry}, by name
 * @param brief seconds of arrivals instead of more than a minute
 * @param usedRequests permits of the window that are taken before the load begins
 * @param windowAgeMillis how long ago they are to have been taken when the first attempt arrives;
 *     the outcome tells how long it was, since nobody knows how long a load takes to start
 */
public record LiveLoad(
    String name,
    Shape shape,
    int jobs,
    String policy,
    boolean brief,
    int usedRequests,
    long windowAgeMillis) {

  /** Refuses closed loads, whose arrivals nobody plans. */
  public LiveLoad {
    if (shape == Shape.CLOSED) {
      throw new IllegalArgumentException("a live load must be a burst or open: " + shape);
    }
  }

  /**
   * What it came to, by the mock's journal.
   *
   * @param drainSeconds from the first attempt's arrival to the last admission
   * @param arrivalNanos when each call's first attempt arrived, from the first of all, rising
   * @param windowAgeSeconds how old the used permits were when the first attempt arrived
   * @param trouble why nothing can be concluded from it, in one line
   */
  public record Outcome(
      long offered,
      long admitted,
      long refused,
      double drainSeconds,
      List<Long> arrivalNanos,
      double windowAgeSeconds,
      Optional<String> trouble) {

    /** Copies the list. */
    public Outcome {
      arrivalNanos = List.copyOf(arrivalNanos);
    }
  }

  /** Whether the window is restored to an earlier use. */
  boolean restored() {
    return usedRequests > 0;
  }
}
