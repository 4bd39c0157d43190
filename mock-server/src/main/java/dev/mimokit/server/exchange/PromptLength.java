package dev.mimokit.server.exchange;

import dev.mimokit.core.tokens.ChatTokens;
import dev.mimokit.core.tokens.TokenEstimator;
import dev.mimokit.server.wire.ChatRequest;
import dev.mimokit.server.wire.Turn;

/** Counts the prompt of a request: all texts, and what the chat form adds. */
record PromptLength(TokenEstimator estimator) {

  long tokens(ChatRequest request) {
    long content = 0;
    for (Turn turn : request.turns()) {
      content += estimator.tokens(turn.text());
    }
    return ChatTokens.prompt(content, request.turns().size(), request.thinking());
  }
}
