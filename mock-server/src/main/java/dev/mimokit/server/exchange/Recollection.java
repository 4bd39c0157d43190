package dev.mimokit.server.exchange;

import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.content.Directives;
import dev.mimokit.server.quirk.Caching;
import java.util.OptionalInt;

/** Tells how much of a prompt was known from earlier calls. Thread-safe. */
record Recollection(Platform platform, PromptLength length) {

  /** The prompt with its cached tokens; one token at least is always new. */
  Usage.Prompt told(Attempt attempt, Target target, Ask ask, Usage.Prompt prompt) {
    long cached = Math.min(cached(attempt, target, ask), prompt.tokens() - 1);
    return cached <= 0
        ? prompt
        : new Usage.Prompt(prompt.tokens(), cached, prompt.media(), prompt.seconds());
  }

  /** As the prompt directs, else as the cache knows, where there is one. */
  private long cached(Attempt attempt, Target target, Ask ask) {
    OptionalInt directed =
        platform.content().directed(ask.lastUserText()) instanceof Directives directives
            ? directives.cached()
            : OptionalInt.empty();
    if (directed.isPresent()) {
      return directed.getAsInt();
    }
    Caching caching = platform.quirks().caching();
    if (!caching.promptCache()) {
      return 0;
    }
    int turns = platform.promptCache().turns(attempt.account().id(), target.spec().id(), ask);
    long tokens = length.beginning(ask, turns);
    return tokens - tokens % caching.cacheGrain();
  }
}
