package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import java.util.Optional;

/**
 * Writes what a model would say if nothing bounded it; whoever bounds it is the {@link
 * AuthoredSpeaker}. Stateless and thread-safe: the same ask always gives the same draft.
 */
@FunctionalInterface
public interface Author {

  /** The draft; empty when this author has nothing to say to that ask and the next one may. */
  Optional<Draft> draft(ModelSpec spec, Ask ask);
}
