package dev.mimokit.core.time;

/**
 * The civil clock, for dates that people read; never for durations. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface WallClock {

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  long epochMillis();

  /** The machine's own wall clock, which may be stepped. */
  static WallClock system() {
    return System::currentTimeMillis;
  }
}
