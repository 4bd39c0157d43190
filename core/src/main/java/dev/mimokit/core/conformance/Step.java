package dev.mimokit.core.conformance;

/**
 * An answer that the server is told to give.
 *
 * @param error the name of the platform's error body; empty for the usual one of that status
 * @param retryAfter the value of Retry-After; empty for none
 * @param times how many attempts get it in a row; at least 1
 */
public record Step(int status, String error, String retryAfter, int times) {

  /** Refuses statuses outside 400..599 and fewer than 1 time. */
  public Step {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be within 400..599: " + status);
    }
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1: " + times);
    }
  }
}
