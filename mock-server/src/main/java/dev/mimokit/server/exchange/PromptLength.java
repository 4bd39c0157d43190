package dev.mimokit.server.exchange;

import dev.mimokit.core.tokens.ChatTokens;
import dev.mimokit.core.tokens.TokenEstimator;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Tool;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.call.Usage;

/**
 * Counts the prompt of a request: all texts, what the chat form adds, and the definitions of tools
 * as they were sent (ASSUMED: the platform does not say what tools cost).
 *
 * @param hiddenTokens what is charged beyond all that was sent
 */
record PromptLength(TokenEstimator estimator, long hiddenTokens) {

  Usage.Prompt of(Ask ask) {
    long content = hiddenTokens + tools(ask.task());
    for (Turn turn : ask.turns()) {
      content += estimator.tokens(turn.text());
    }
    Media media = ask.media();
    long tokens = ChatTokens.prompt(content, ask.turns().size(), ask.thinking()) + media.tokens();
    double seconds = ask.task() instanceof Task.Transcribe heard ? heard.seconds() : 0;
    return new Usage.Prompt(tokens, 0, media, seconds);
  }

  private long tools(Task task) {
    long tokens = 0;
    if (task instanceof Task.Talk talk) {
      for (Tool tool : talk.tools()) {
        tokens += estimator.tokens(tool.definition());
      }
    }
    return tokens;
  }
}
