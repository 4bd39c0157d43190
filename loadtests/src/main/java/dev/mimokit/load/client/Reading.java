package dev.mimokit.load.client;

import dev.mimokit.core.retry.Refusal;
import java.util.OptionalLong;

/** What an attempt's end means for its call. */
sealed interface Reading {

  /** The answer. */
  record Answer(String text) implements Reading {}

  /** An end that no further attempt may follow: text has been handed out already. */
  record Final(Outcome.Failed failed) implements Reading {}

  /**
   * An end that the policy decides about.
   *
   * @param failed what to tell the caller if no further attempt is made
   * @param status what the policy judges: {@link Refusal#NO_RESPONSE} for a broken answer too
   */
  record Refused(Outcome.Failed failed, int status, OptionalLong retryAfterNanos)
      implements Reading {

    boolean quotaExhausted() {
      return failed.failure() == Outcome.Failure.QUOTA_EXHAUSTED;
    }
  }
}
