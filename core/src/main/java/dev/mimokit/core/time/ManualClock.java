package dev.mimokit.core.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that stands still until it is told to move: the clock of tests and of virtual time.
 * Thread-safe.
 */
public final class ManualClock implements NanoClock {

  private final AtomicLong nanos;

  /** Starts at {@code nanos}; begin in odd places, such as near {@link Long#MAX_VALUE}. */
  public ManualClock(long nanos) {
    this.nanos = new AtomicLong(nanos);
  }

  /** Starts at zero. */
  public ManualClock() {
    this(0);
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  /** Moves by {@code step}, which may be negative: real clocks are read out of order too. */
  public void advance(Duration step) {
    nanos.addAndGet(step.toNanos());
  }

  /** Sets the reading itself. */
  public void set(long newNanos) {
    nanos.set(newNanos);
  }
}
