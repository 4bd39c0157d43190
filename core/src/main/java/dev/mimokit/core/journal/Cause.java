package dev.mimokit.core.journal;

import dev.mimokit.core.quota.Limit;

/** Why an attempt was refused with 429 or a scripted answer; never sent to the client. */
public enum Cause {
  /** The requests-per-minute limit. */
  RPM,
  /** The tokens-per-minute limit. */
  TPM,
  /** The concurrency limit. */
  CONCURRENCY,
  /** The server's load, which is not the caller's fault. */
  OVERLOAD,
  /** A script of the test asked for it. */
  SCRIPTED;

  /** The cause that a violated limit is. */
  public static Cause of(Limit limit) {
    return switch (limit) {
      case RPM -> RPM;
      case TPM -> TPM;
      case CONCURRENCY -> CONCURRENCY;
    };
  }
}
