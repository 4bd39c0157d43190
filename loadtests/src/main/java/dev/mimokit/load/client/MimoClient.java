package dev.mimokit.load.client;

import dev.mimokit.core.retry.RetryPolicy;
import dev.mimokit.core.time.WallClock;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * A client of the platform that backs off by a {@link RetryPolicy}. No thread waits for a call: the
 * transport and the scheduler call back, so that the same loop runs over HTTP and in virtual time.
 * Thread-safe when its parts are.
 */
public final class MimoClient {

  private final Transport transport;
  private final Scheduler scheduler;
  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final ReplyReader reader;

  /**
   * A client of these parts.
   *
   * @param wall for dates in Retry-After when the server sends no Date
   */
  public MimoClient(
      Transport transport,
      Scheduler scheduler,
      RetryPolicy policy,
      RandomGenerator random,
      WallClock wall) {
    this.transport = transport;
    this.scheduler = scheduler;
    this.policy = policy;
    this.random = random;
    this.reader = new ReplyReader(wall);
  }

  /**
   * Starts a call. Its future never fails: every call ends in exactly one {@link Outcome}, at the
   * deadline at the latest. Cancelling it ends the call; no attempt follows.
   */
  public CompletableFuture<Outcome> call(ChatCall call) {
    return new CallLoop(this, call).start();
  }

  Transport transport() {
    return transport;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  RetryPolicy policy() {
    return policy;
  }

  RandomGenerator random() {
    return random;
  }

  ReplyReader reader() {
    return reader;
  }
}
