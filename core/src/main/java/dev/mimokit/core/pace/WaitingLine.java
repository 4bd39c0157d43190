package dev.mimokit.core.pace;

/**
 * Answers that wait for their turn before they begin.
 *
 * @param from answers in flight above this number wait; at least 0
 * @param nanosEach how long for every place in the line
 */
public record WaitingLine(int from, long nanosEach) {

  /** Nobody waits. */
  public static final WaitingLine NONE = new WaitingLine(Integer.MAX_VALUE, 0);

  /** Refuses negative amounts. */
  public WaitingLine {
    if (from < 0 || nanosEach < 0) {
      throw new IllegalArgumentException(
          "a waiting line must not be negative: from " + from + ", " + nanosEach + " ns each");
    }
  }

  /** How long the {@code inFlight}-th answer waits. */
  long waitNanos(int inFlight) {
    return Math.max(0, inFlight - from) * nanosEach;
  }
}
