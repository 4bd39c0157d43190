package dev.mimokit.core.catalog;

import java.time.OffsetDateTime;

/**
 * The announced end of a model id: from one instant its calls go to another model, from a later one
 * the id is refused.
 *
 * @param target the id that answers instead
 * @param provenance how the target is known
 */
public record Forwarding(
    String target,
    OffsetDateTime from,
    OffsetDateTime invalidFrom,
    Provenance provenance,
    String source) {

  /** Refuses an id that ends before it is forwarded. */
  public Forwarding {
    if (invalidFrom.isBefore(from)) {
      throw new IllegalArgumentException("invalidFrom " + invalidFrom + " is before from " + from);
    }
  }
}
