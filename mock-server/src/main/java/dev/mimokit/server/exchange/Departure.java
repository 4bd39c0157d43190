package dev.mimokit.server.exchange;

import dev.mimokit.core.pace.Timetable;

/** When the events of one answer leave, on both clocks. */
record Departure(long startNanos, long startMillis, Timetable timetable) {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  long dueNanos(int event) {
    return timetable.dueNanos(startNanos, event);
  }

  long wallSeconds(int event) {
    return Math.floorDiv(startMillis + timetable.offsetNanos(event) / NANOS_PER_MILLI, 1000L);
  }
}
