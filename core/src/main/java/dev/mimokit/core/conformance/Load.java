package dev.mimokit.core.conformance;

/**
 * What the client under test is asked for.
 *
 * @param calls calls to start
 * @param keys API keys of the one account, used in turn
 * @param stream whether the answers are asked for as streams
 * @param spacingMillis from the start of one call to the next; 0 for all at once
 * @param deadlineMillis the caller's deadline, counted from when the client receives the call
 * @param observeMillis how long the server watches; calls unanswered by then are judged on the wire
 */
public record Load(
    int calls,
    int keys,
    boolean stream,
    long spacingMillis,
    long deadlineMillis,
    long observeMillis) {

  /** Refuses spacings below 0 and anything else below 1. */
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
    if (spacingMillis < 0) {
      throw new IllegalArgumentException("spacingMillis must not be negative: " + spacingMillis);
    }
  }

  /** Whole answers, asked for at once. */
  public Load(int calls, int keys, long deadlineMillis, long observeMillis) {
    this(calls, keys, false, 0, deadlineMillis, observeMillis);
  }
}
