package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.Cause;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One HTTP send as the server saw it.
 *
 * @param status 0 while no whole answer was written
 * @param answeredNanos when the answer had been written or broken off; absent while it is open
 * @param retryAfterNanos the wait that was sent
 */
public record Attempt(
    long exchange,
    String call,
    String keyHash,
    String bodyHash,
    long receivedNanos,
    OptionalLong answeredNanos,
    int status,
    OptionalLong retryAfterNanos,
    Set<Cause> causes) {

  /** Whether it was served: a success that a script puts in the answer's place is none. */
  public boolean succeeded() {
    return status >= 200 && status < 300 && causes.isEmpty();
  }

  /** When a client can have known the answer at the earliest. */
  long endNanos() {
    return answeredNanos.orElse(receivedNanos);
  }
}
