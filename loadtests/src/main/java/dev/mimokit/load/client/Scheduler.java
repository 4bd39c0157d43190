package dev.mimokit.load.client;

import dev.mimokit.core.time.NanoClock;

/** A clock that can be waited on. Implementations are thread-safe. */
public interface Scheduler extends NanoClock {

  /**
   * Runs {@code task} once, not before {@code delayNanos} have passed and never inside this call.
   */
  Alarm schedule(long delayNanos, Runnable task);

  /** A task that has not run yet. */
  @FunctionalInterface
  interface Alarm {

    /** Forgets the task if it has not begun. */
    void cancel();
  }
}
