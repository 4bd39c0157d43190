package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.wire.ChatRequest;

/** Says what a model would say, the same to the same request. Stateless and thread-safe. */
@FunctionalInterface
public interface Speaker {

  /**
   * The answer to one request.
   *
   * @param room tokens the answer may have at most, thinking included; at least 1
   */
  Utterance speak(ModelSpec spec, ChatRequest request, Room room);

  /** How long a prompt is and how long its answer may be, tokens. */
  record Room(long promptTokens, long completionTokens) {}
}
