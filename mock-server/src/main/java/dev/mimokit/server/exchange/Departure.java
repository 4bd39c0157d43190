package dev.mimokit.server.exchange;

/** When the events of one answer leave, on both clocks. */
record Departure(long startNanos, long startMillis, Timing timing) {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  long dueNanos(int event) {
    return startNanos + timing.offsetNanos(event);
  }

  long wallSeconds(int event) {
    return Math.floorDiv(startMillis + timing.offsetNanos(event) / NANOS_PER_MILLI, 1000L);
  }
}
