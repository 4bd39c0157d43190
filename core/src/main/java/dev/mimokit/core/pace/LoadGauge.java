package dev.mimokit.core.pace;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the answers in flight on one server. Every {@link #enter} that gave a pressure is followed
 * by one {@link #leave}. Thread-safe, lock-free.
 */
public final class LoadGauge {

  private final ServerLoad load;
  private final AtomicInteger inFlight = new AtomicInteger();

  /** Nothing is in flight yet. */
  public LoadGauge(ServerLoad load) {
    this.load = load;
  }

  /** Begins an answer and tells what it feels; empty when the server is too busy for it. */
  public Optional<Pressure> enter() {
    while (true) {
      int before = inFlight.get();
      if (!load.admits(before)) {
        return Optional.empty();
      }
      if (inFlight.compareAndSet(before, before + 1)) {
        return Optional.of(load.pressure(before + 1));
      }
    }
  }

  /** Ends an answer. */
  public void leave() {
    int after = inFlight.decrementAndGet();
    if (after < 0) {
      throw new IllegalStateException("more answers left than entered: " + after);
    }
  }

  /** Answers in flight now. */
  public int inFlight() {
    return inFlight.get();
  }
}
