package dev.mimokit.core.sim;

import java.time.Duration;
import java.util.Optional;

/**
 * What the clients do.
 *
 * @param deadline how long after it was asked for a request is given up; no limit when empty
 * @param goal what counts as good
 */
public record ClientSide(
    ClientPlan plan, Dispatch dispatch, Optional<Duration> deadline, Goal goal) {

  /**
   * What counts as good: an admitted request that met both.
   *
   * @param admission the longest from being asked for to admission
   * @param endToEnd the longest from being asked for to the end of the answer
   */
  public record Goal(Optional<Duration> admission, Optional<Duration> endToEnd) {

    /** Everything admitted is good. */
    public static final Goal ANY = new Goal(Optional.empty(), Optional.empty());
  }

  /** Refuses a deadline that is not positive. */
  public ClientSide {
    deadline.ifPresent(
        span -> {
          if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("deadline must be positive: " + span);
          }
        });
  }

  /** That plan, round robin, without a deadline. */
  public static ClientSide of(ClientPlan plan) {
    return new ClientSide(plan, new Dispatch.RoundRobin(), Optional.empty(), Goal.ANY);
  }

  /** The same with another plan. */
  public ClientSide with(ClientPlan other) {
    return new ClientSide(other, dispatch, deadline, goal);
  }

  /** The same with another dispatch. */
  public ClientSide with(Dispatch other) {
    return new ClientSide(plan, other, deadline, goal);
  }

  /** The same with that deadline. */
  public ClientSide within(Duration other) {
    return new ClientSide(plan, dispatch, Optional.of(other), goal);
  }

  /** The same with another goal. */
  public ClientSide with(Goal other) {
    return new ClientSide(plan, dispatch, deadline, other);
  }
}
