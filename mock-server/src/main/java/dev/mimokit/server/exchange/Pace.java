package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.pace.Pacing;

/** Which pacing a model's answers have. Stateless and thread-safe. */
@FunctionalInterface
public interface Pace {

  /** The pacing of that model. */
  Pacing of(ModelSpec spec);
}
