package dev.mimokit.core.time;

/**
 * A monotonic clock in nanoseconds, for durations only: its origin is arbitrary, so readings are
 * compared by subtraction, never by {@code <}. Implementations are thread-safe.
 */
@FunctionalInterface
public interface NanoClock {

  /** Nanoseconds since an arbitrary origin; may overflow. */
  long nanoTime();

  /**
   * The machine's own monotonic clock. On Linux its origin is shared by all processes of the host.
   */
  static NanoClock system() {
    return System::nanoTime;
  }
}
