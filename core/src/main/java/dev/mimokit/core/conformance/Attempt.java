package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.journal.JournalEvent;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One HTTP send as the server saw it.
 *
 * @param received how it arrived
 * @param answeredNanos when the answer had been written or broken off; absent while it is open
 * @param status 0 while no whole answer was written
 * @param retryAfterNanos the wait that was sent
 */
public record Attempt(
    JournalEvent.Received received,
    OptionalLong answeredNanos,
    int status,
    OptionalLong retryAfterNanos,
    Set<Cause> causes) {

  static Attempt of(JournalEvent.Received received) {
    return new Attempt(received, OptionalLong.empty(), 0, OptionalLong.empty(), Set.of());
  }

  Attempt rejected(Set<Cause> why) {
    return new Attempt(received, answeredNanos, status, retryAfterNanos, why);
  }

  Attempt answered(JournalEvent.Answered e) {
    return new Attempt(
        received, OptionalLong.of(e.atNanos()), e.status(), e.retryAfterNanos(), causes);
  }

  Attempt brokenOff(long atNanos) {
    OptionalLong ended = OptionalLong.of(answeredNanos.orElse(atNanos));
    return new Attempt(received, ended, status, retryAfterNanos, causes);
  }

  /** The attempt's number within its server. */
  public long exchange() {
    return received.exchange();
  }

  /** The name of its call; empty when it has none. */
  public String call() {
    return received.call();
  }

  /** The first 8 hex digits of the key's SHA-256. */
  public String keyHash() {
    return received.keyHash();
  }

  /** The first 8 hex digits of the body's SHA-256. */
  public String bodyHash() {
    return received.bodyHash();
  }

  /** When it had arrived whole. */
  public long receivedNanos() {
    return received.atNanos();
  }

  /** Whether it was served: a success that a script puts in the answer's place is none. */
  public boolean succeeded() {
    return status >= 200 && status < 300 && causes.isEmpty();
  }

  /** Whether the server itself failed to answer it. */
  boolean failedByServer() {
    return status >= 500;
  }

  /** When a client can have known the answer at the earliest. */
  long endNanos() {
    return answeredNanos.orElse(receivedNanos());
  }
}
