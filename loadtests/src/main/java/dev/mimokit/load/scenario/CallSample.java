package dev.mimokit.load.scenario;

/**
 * One finished call: answered or given up.
 *
 * @param user number of the virtual user, from 1 in the order of arrival
 * @param startNanos when the user really started, on the clock of the run
 * @param endNanos when the answer was read or the call given up, same clock
 * @param attempts made, at least one
 * @param answered whether the last attempt was answered; otherwise the call was given up
 */
public record CallSample(
    long user, long startNanos, long endNanos, int attempts, boolean answered) {

  /** Refuses a call without attempts. */
  public CallSample {
    if (attempts < 1) {
      throw new IllegalArgumentException("a finished call has at least one attempt: " + attempts);
    }
  }
}
