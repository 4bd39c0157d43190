package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.content.Directives;
import java.util.Optional;

/**
 * Ends another author's drafts as the prompt directs, or as repeating themselves where a word of
 * the conversation is listed for that.
 */
public record DirectedAuthor(Content content, Author author) implements Author {

  @Override
  public Optional<Draft> draft(ModelSpec spec, Ask ask) {
    return author.draft(spec, ask).map(draft -> finish(ask).map(draft::finishing).orElse(draft));
  }

  private Optional<FinishReason> finish(Ask ask) {
    Optional<FinishReason> directed =
        content.directed(ask.lastUserText()) instanceof Directives directives
            ? directives.finish()
            : Optional.empty();
    return directed.isPresent() || !cutsOff(ask)
        ? directed
        : Optional.of(FinishReason.REPETITION_TRUNCATION);
  }

  private boolean cutsOff(Ask ask) {
    return !content.moderation().repetitionWords().isEmpty()
        && content.moderation().cutsOff(ask.turns().stream().map(Turn::text).toList());
  }
}
