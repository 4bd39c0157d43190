package dev.mimokit.core.retry;

/** What to do after a refusal. */
public sealed interface Decision {

  /** Try again after {@code delayNanos}, counted from the end of the refusal. */
  record Retry(long delayNanos) implements Decision {

    /** Refuses negative delays. */
    public Retry {
      if (delayNanos < 0) {
        throw new IllegalArgumentException("delay must not be negative: " + delayNanos + " ns");
      }
    }
  }

  /** Tell the caller, and why no further attempt is made. */
  record GiveUp(Reason reason) implements Decision {}

  /** Why a client stops trying. */
  enum Reason {
    /** The status says that the same request will fail again. */
    FINAL_STATUS,
    /** The policy's number of attempts is used up. */
    ATTEMPTS_USED,
    /** The next wait would pass the caller's deadline. */
    DEADLINE,
    /** The retry budget is empty: too many of all attempts are retries. */
    BUDGET
  }
}
