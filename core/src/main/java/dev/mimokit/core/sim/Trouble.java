package dev.mimokit.core.sim;

import java.time.Duration;
import java.util.List;

/**
 * What goes wrong beside limits.
 *
 * @param outages spans in which every attempt fails with 503 and is charged nowhere; sorted, apart
 * @param overload probability that an attempt is refused with 429 for the server's own load, in [0,
 *     1); the page says that this happens and gives no figure (ASSUMED)
 */
public record Trouble(List<Outage> outages, double overload) {

  /** All goes well. */
  public static final Trouble NONE = new Trouble(List.of(), 0);

  /** A span without service. */
  public record Outage(Duration from, Duration length) {

    /** Refuses a negative beginning and a length that is not positive. */
    public Outage {
      if (from.isNegative() || length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException(
            "an outage must begin at 0 or later and last: from " + from + " for " + length);
      }
    }

    Duration end() {
      return from.plus(length);
    }
  }

  /** Copies the list; refuses outages that overlap or are not sorted, and other probabilities. */
  public Trouble {
    outages = List.copyOf(outages);
    for (int i = 1; i < outages.size(); i++) {
      if (outages.get(i).from().compareTo(outages.get(i - 1).end()) < 0) {
        throw new IllegalArgumentException(
            "outages must be sorted and apart: "
                + outages.get(i)
                + " begins before the end of "
                + outages.get(i - 1));
      }
    }
    if (!(overload >= 0 && overload < 1)) {
      throw new IllegalArgumentException("overload must be at least 0 and below 1: " + overload);
    }
  }
}
