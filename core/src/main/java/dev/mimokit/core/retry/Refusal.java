package dev.mimokit.core.retry;

import java.util.OptionalLong;

/**
 * What a client knows after an attempt that did not succeed.
 *
 * @param attempts attempts made so far for this call, this one included; at least 1
 * @param status the HTTP status, or 0 when no response came
 * @param quotaExhausted whether the error says that waiting cannot help (a spent plan or balance)
 * @param retryAfterNanos the wait the server asked for, if it did
 * @param previousDelayNanos the wait before this attempt; 0 before the first
 * @param elapsedNanos since the call began
 * @param remainingNanos until the caller's deadline; {@link Long#MAX_VALUE} without one
 */
public record Refusal(
    int attempts,
    int status,
    boolean quotaExhausted,
    OptionalLong retryAfterNanos,
    long previousDelayNanos,
    long elapsedNanos,
    long remainingNanos) {

  /** Status of an attempt that got no response. */
  public static final int NO_RESPONSE = 0;

  /** Refuses fewer than 1 attempt and negative times. */
  public Refusal {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
    }
    if (previousDelayNanos < 0 || elapsedNanos < 0) {
      throw new IllegalArgumentException(
          "times must not be negative: " + previousDelayNanos + ", " + elapsedNanos + " ns");
    }
  }

  /** A refusal without deadline, hint or history: the first attempt of a call. */
  public static Refusal first(int status) {
    return new Refusal(1, status, false, OptionalLong.empty(), 0, 0, Long.MAX_VALUE);
  }

  /** The same with the wait the server asked for. */
  public Refusal askingFor(long nanos) {
    return new Refusal(
        attempts,
        status,
        quotaExhausted,
        OptionalLong.of(nanos),
        previousDelayNanos,
        elapsedNanos,
        remainingNanos);
  }
}
