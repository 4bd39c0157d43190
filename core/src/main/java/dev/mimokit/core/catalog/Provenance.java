package dev.mimokit.core.catalog;

/** How a figure is known, from the firmest ground to the softest. */
public enum Provenance {
  /** Printed on a page of the platform for exactly this model. */
  DOCUMENTED,
  /** Printed once in a table cell that is merged over several rows, this model's row among them. */
  INHERITED,
  /** Seen on the real service by somebody who published it. */
  OBSERVED,
  /** Neither printed nor seen: chosen here, and to be changed where it turns out wrong. */
  ASSUMED
}
