package dev.mimokit.server.exchange;

import dev.mimokit.core.tokens.ChatTokens;
import dev.mimokit.core.tokens.TokenEstimator;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.call.Usage;

/** Counts the prompt of a request: all texts, and what the chat form adds. */
record PromptLength(TokenEstimator estimator) {

  Usage.Prompt of(Ask ask) {
    long content = 0;
    for (Turn turn : ask.turns()) {
      content += estimator.tokens(turn.text());
    }
    Media media = ask.media();
    long tokens = ChatTokens.prompt(content, ask.turns().size(), ask.thinking()) + media.tokens();
    return new Usage.Prompt(tokens, 0, media, 0);
  }
}
