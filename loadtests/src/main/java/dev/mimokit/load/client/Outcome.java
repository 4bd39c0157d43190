package dev.mimokit.load.client;

import java.util.OptionalDouble;

/** How a call ended, told to the caller exactly once. */
public sealed interface Outcome {

  /** The whole answer. */
  record Completed(String text) implements Outcome {}

  /**
   * No answer, or only a part of one.
   *
   * @param status of the last response; 0 when none came
   * @param retryAfterSeconds the wait the last response asked for
   * @param partialText what a broken stream had delivered
   * @param message one line for people
   */
  record Failed(
      Failure failure,
      int status,
      OptionalDouble retryAfterSeconds,
      String partialText,
      String message)
      implements Outcome {}

  /** The kinds of failure that a caller may want to tell apart. */
  enum Failure {
    /** 429: the quota of the window is used up, or the server is loaded. */
    RATE_LIMIT("RateLimitError"),
    /** 429 that waiting cannot help: the plan or the balance is spent. */
    QUOTA_EXHAUSTED("QuotaExhaustedError"),
    /** Another 4xx. */
    CLIENT("ClientError"),
    /** 5xx. */
    SERVER("ServerError"),
    /** The connection failed before a response came. */
    NO_RESPONSE("NoResponseError"),
    /** A response that is cut short, not readable, or says in its middle that it failed. */
    BROKEN_ANSWER("BrokenAnswerError"),
    /** The caller's deadline passed while no response had come. */
    DEADLINE("DeadlineError");

    private final String errorClass;

    Failure(String errorClass) {
      this.errorClass = errorClass;
    }

    /** The name under which it is reported. */
    public String errorClass() {
      return errorClass;
    }
  }
}
