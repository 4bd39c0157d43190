package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;

/** Decides when the events of an answer are due. Stateless and thread-safe. */
@FunctionalInterface
public interface Pace {

  /** The timing of one answer; {@code seed} chooses where chance is involved. */
  Timing timing(ModelSpec spec, Utterance utterance, long seed);
}
