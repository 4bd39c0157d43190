package dev.mimokit.load.scenario;

import java.util.List;

/**
 * One finished call: answered or given up.
 *
 * @param user number of the virtual user, from 1 in the order of arrival
 * @param startNanos when the user really started, on the clock of the run
 * @param endNanos when the answer was read or the call given up, same clock
 * @param attempts in order, at least one
 */
public record CallSample(long user, long startNanos, long endNanos, List<AttemptSample> attempts) {

  /** Refuses a call without attempts. */
  public CallSample {
    attempts = List.copyOf(attempts);
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException("a finished call has at least one attempt, user " + user);
    }
  }

  /** Whether the last attempt was answered; otherwise the call was given up. */
  public boolean answered() {
    return attempts.get(attempts.size() - 1).answered();
  }
}
