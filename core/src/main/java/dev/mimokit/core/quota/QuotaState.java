package dev.mimokit.core.quota;

import java.util.List;
import java.util.OptionalLong;

/**
 * A limiter's memory at one instant, as ages: what {@link QuotaLimiter#snapshot} shows and {@link
 * QuotaLimiter#restore} sets. {@code windowAgeNanos} is how long the current window has been open,
 * for the kinds whose windows have edges. A kind that keeps counters shows what it counted as one
 * charge at the beginning of its window, and a token bucket the charges that would have left its
 * levels: what is shown can be restored, and is shown again.
 */
public record QuotaState(List<Charge> charges, int inFlight, OptionalLong windowAgeNanos) {

  /** Nothing used, nothing in flight, the window left where it is. */
  public static final QuotaState EMPTY = new QuotaState(List.of(), 0, OptionalLong.empty());

  /** Copies the list; refuses negative numbers. */
  public QuotaState {
    charges = List.copyOf(charges);
    if (inFlight < 0) {
      throw new IllegalArgumentException("inFlight must not be negative: " + inFlight);
    }
    if (windowAgeNanos.isPresent() && windowAgeNanos.getAsLong() < 0) {
      throw new IllegalArgumentException(
          "window age must not be negative: " + windowAgeNanos.getAsLong() + " ns");
    }
  }

  /** Requests in the window. */
  public long requests() {
    return charges.stream().mapToLong(Charge::requests).sum();
  }

  /** Tokens in the window. */
  public long tokens() {
    return charges.stream().mapToLong(Charge::tokens).sum();
  }
}
