package dev.mimokit.core.conformance;

/**
 * What the client under test is asked for.
 *
 * @param calls calls started at once
 * @param keys API keys of the one account, used in turn
 * @param deadlineMillis the caller's deadline, counted from when the client receives the call
 * @param observeMillis how long the server watches; calls unanswered by then are judged on the wire
 */
public record Load(int calls, int keys, long deadlineMillis, long observeMillis) {

  /** Refuses anything below 1. */
  public Load {
    if (calls < 1 || keys < 1 || deadlineMillis < 1 || observeMillis < 1) {
      throw new IllegalArgumentException(
          "load must be at least 1 everywhere: calls "
              + calls
              + ", keys "
              + keys
              + ", deadline "
              + deadlineMillis
              + " ms, observation "
              + observeMillis
              + " ms");
    }
  }
}
