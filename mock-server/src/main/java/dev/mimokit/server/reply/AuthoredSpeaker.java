package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Utterance;
import java.util.List;
import java.util.Optional;

/**
 * Lets the first author speak who has something to say, and ends the answer where the ask says:
 * before a stop sequence, or when its room is full.
 *
 * @param authors in the order they are asked; the last ones must have an answer to every task that
 *     requests can name
 */
public record AuthoredSpeaker(List<Author> authors) implements Speaker {

  /** Copies the authors. */
  public AuthoredSpeaker {
    authors = List.copyOf(authors);
  }

  @Override
  public Utterance speak(ModelSpec spec, Ask ask, Room room) {
    Draft draft = new Stops(ask.bounds().stop()).cut(draft(spec, ask));
    return new Bounded(draft, room).utterance(ask.thinking());
  }

  private Draft draft(ModelSpec spec, Ask ask) {
    for (Author author : authors) {
      Optional<Draft> draft = author.draft(spec, ask);
      if (draft.isPresent()) {
        return draft.get();
      }
    }
    throw new IllegalStateException("no author for " + ask.task());
  }
}
