package dev.mimokit.server.exchange;

import dev.mimokit.core.tokens.ChatTokens;
import dev.mimokit.core.tokens.TokenCounter;
import dev.mimokit.core.tokens.TokenCounters;
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
public record PromptLength(TokenCounters counters, long hiddenTokens) {

  /** What admission decides by. */
  Usage.Prompt atAdmission(Ask ask) {
    return of(ask, counters.admission());
  }

  /** What usage tells of a request that was admitted with {@code reserved}. */
  Usage.Prompt settled(Ask ask, Usage.Prompt reserved) {
    return differs(ask) ? inUsage(ask) : reserved;
  }

  /** What usage tells. */
  public Usage.Prompt inUsage(Ask ask) {
    return of(ask, counters.usage());
  }

  private Usage.Prompt of(Ask ask, TokenCounter counter) {
    long content = hiddenTokens;
    for (Turn turn : ask.turns()) {
      content += counter.count(turn.text());
    }
    content += tools(ask, counter);
    Media media = ask.media();
    long tokens = ChatTokens.prompt(content, ask.turns().size(), ask.thinking()) + media.tokens();
    double seconds = ask.task() instanceof Task.Transcribe heard ? heard.seconds() : 0;
    return new Usage.Prompt(tokens, 0, media, seconds);
  }

  /** Tokens of the tools and the first {@code turns} turns, as usage tells them. */
  long beginning(Ask ask, int turns) {
    if (turns == 0) {
      return 0;
    }
    long tokens = hiddenTokens + tools(ask, counters.usage());
    for (Turn turn : ask.turns().subList(0, turns)) {
      tokens += counters.usage().count(turn.text()) + turn.media().tokens();
    }
    return ChatTokens.prompt(tokens, turns, true) - ChatTokens.prompt(0, 0, true);
  }

  private static long tools(Ask ask, TokenCounter counter) {
    return ask.task() instanceof Task.Talk talk
        ? talk.tools().stream().map(Tool::definition).mapToLong(counter::count).sum()
        : 0;
  }

  private boolean differs(Ask ask) {
    for (Turn turn : ask.turns()) {
      if (counters.differ(turn.text())) {
        return true;
      }
    }
    return ask.task() instanceof Task.Talk talk
        && talk.tools().stream().anyMatch(tool -> counters.differ(tool.definition()));
  }
}
