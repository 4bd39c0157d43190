package dev.mimokit.core.sim;

/** Which quota unit a request is sent to; decided once, when it is asked for. Immutable. */
public sealed interface Dispatch {

  /** One after another. */
  record RoundRobin() implements Dispatch {}

  /** The one with the fewest requests waiting and in flight; the first of equals. */
  record LeastLoaded() implements Dispatch {}

  /**
   * Every request belongs to a session drawn uniformly, and every session has its unit, drawn once.
   *
   * @param sessions at least 1; few of them load units unevenly
   */
  record Sticky(int sessions) implements Dispatch {

    /** Refuses fewer than 1. */
    public Sticky {
      if (sessions < 1) {
        throw new IllegalArgumentException("sessions must be at least 1: " + sessions);
      }
    }
  }
}
