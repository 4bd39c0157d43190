package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;

/** Says what a model would say, the same to the same ask. Stateless and thread-safe. */
@FunctionalInterface
public interface Speaker {

  /**
   * The answer to one ask.
   *
   * @param room tokens the answer may have at most, thinking included; at least 1
   */
  Utterance speak(ModelSpec spec, Ask ask, Room room);

  /** What the prompt cost, and how many tokens its answer may have. */
  record Room(Usage.Prompt prompt, long completionTokens) {}
}
