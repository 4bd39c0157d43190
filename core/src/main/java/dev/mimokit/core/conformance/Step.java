package dev.mimokit.core.conformance;

import java.util.List;

/**
 * An answer that the server is told to give.
 *
 * @param delayMillis how much later than usual it comes
 */
public record Step(Reply reply, List<Fault> faults, long delayMillis, Reach reach) {

  /**
   * How far a step reaches.
   *
   * @param times how many attempts of a call get it in a row; at least 1
   * @param forMillis how long it is in force for all calls; 0 when attempts are counted
   * @param percent of those attempts that get it; the built-in behaviour answers the others
   */
  public record Reach(int times, long forMillis, int percent) {

    private static final int ALL = 100;

    /** Refuses fewer than 1 time, spans below 0 and shares outside 1..100. */
    public Reach {
      if (times < 1) {
        throw new IllegalArgumentException("times must be at least 1: " + times);
      }
      if (forMillis < 0 || (forMillis > 0 && times > 1)) {
        throw new IllegalArgumentException(
            "either times or a positive forMillis: " + times + ", " + forMillis);
      }
      if (percent < 1 || percent > ALL) {
        throw new IllegalArgumentException("percent must be within 1..100: " + percent);
      }
    }

    /** All of so many attempts. */
    public static Reach times(int times) {
      return new Reach(times, 0, ALL);
    }

    /** Whether every attempt in its reach gets it. */
    boolean certain() {
      return percent == ALL && forMillis == 0;
    }
  }

  /** Copies the faults; refuses delays below 0. */
  public Step {
    faults = List.copyOf(faults);
    if (delayMillis < 0) {
      throw new IllegalArgumentException("delayMillis must not be negative: " + delayMillis);
    }
  }

  /** A status, its body, Retry-After, and nothing else wrong. */
  public Step(int status, String error, String retryAfter, int times) {
    this(Reply.of(status, error, retryAfter), List.of(), 0, Reach.times(times));
  }

  /** The HTTP status. */
  public int status() {
    return reply.status();
  }

  /** How many attempts get it in a row. */
  public int times() {
    return reach.times();
  }

  /** Whether it leaves the built-in behaviour as it is. */
  public boolean serves() {
    return faults.isEmpty() && delayMillis == 0 && reply.equals(Reply.of(Reply.SERVED, "", ""));
  }

  /** Whether the built-in behaviour may decide on the status: of some attempts, or of all. */
  boolean leavesOpen() {
    return !reach.certain() || status() == Reply.SERVED;
  }

  /**
   * Whether {@code attempt} can have met it, as far as the journal tells. Of an answer that is
   * whole but strange, the journal knows only that it was given.
   */
  boolean metBy(Attempt attempt) {
    if (serves()) {
      return false;
    }
    if (faults.stream().anyMatch(Fault::breaks)) {
      return attempt.status() == 0;
    }
    return (attempt.status() == status() && waited(attempt)) || (attempt.status() == 0 && waits());
  }

  private boolean waits() {
    return delayMillis > 0 || faults.stream().anyMatch(fault -> fault.millis() > 0);
  }

  private boolean waited(Attempt attempt) {
    return attempt.endNanos() - attempt.receivedNanos() >= delayMillis * 1_000_000;
  }
}
