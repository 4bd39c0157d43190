package dev.mimokit.server.exchange;

/** When each event of one answer is due. */
@FunctionalInterface
public interface Timing {

  /** All at once. */
  Timing IMMEDIATE = event -> 0;

  /** Nanoseconds from the request's arrival to that event, counted from 0; never decreasing. */
  long offsetNanos(int event);
}
