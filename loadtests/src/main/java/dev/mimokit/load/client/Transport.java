package dev.mimokit.load.client;

import java.util.concurrent.CompletableFuture;

/** Sends attempts. Implementations are thread-safe. */
@FunctionalInterface
public interface Transport {

  /**
   * Sends one attempt without waiting for it. The future fails when no response came; cancelling it
   * abandons the attempt.
   *
   * @throws IllegalArgumentException when it can never be sent: no address, or an illegal key
   */
  CompletableFuture<Reply> send(Attempt attempt);
}
