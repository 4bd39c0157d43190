package dev.mimokit.server.profile;

import java.util.OptionalLong;

/** Whether a 429 tells how long to wait. No Retry-After of the platform was ever seen. */
public enum RetryAfterSending {
  /** Never. */
  NONE,
  /** Whole seconds, rounded up: rounding down would make every obedient client fail once. */
  SECONDS;

  private static final long NANOS = 1_000_000_000L;

  /** The seconds to send; empty where nothing is sent or no wait can be computed. */
  public OptionalLong seconds(OptionalLong waitNanos) {
    if (this == NONE || waitNanos.isEmpty()) {
      return OptionalLong.empty();
    }
    long nanos = Math.max(0, waitNanos.getAsLong());
    return OptionalLong.of(nanos / NANOS + (nanos % NANOS == 0 ? 0 : 1));
  }
}
