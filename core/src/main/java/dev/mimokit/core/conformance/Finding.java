package dev.mimokit.core.conformance;

import java.util.OptionalDouble;

/** A criterion and what was measured; absent when the run gave no occasion to. */
public record Finding(Criterion criterion, OptionalDouble measured) {

  /** Whether it was measured and does not hold. */
  public boolean broken() {
    return measured.isPresent()
        && !criterion.comparison().holds(measured.getAsDouble(), criterion.threshold());
  }
}
