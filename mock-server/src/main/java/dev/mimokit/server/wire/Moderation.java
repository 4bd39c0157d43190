package dev.mimokit.server.wire;

import dev.mimokit.server.call.Turn;
import java.util.List;
import java.util.Locale;

/**
 * Refuses conversations in which a word is found, in whichever turn: system texts are looked at too
 * (OBSERVED 2026-09, MiMo issue 76). Case does not matter; how the platform decides is not known.
 *
 * @param words each at least one character
 * @param status 421 as documented, or 400 as a client reported with the same body
 */
public record Moderation(List<String> words, int status) {

  /** Nothing is refused. */
  public static final Moderation NONE = new Moderation(List.of(), 421);

  /** Copies the words, in lower case. */
  public Moderation {
    if (words.contains("")) {
      throw new IllegalArgumentException("a moderated word must not be empty: " + words);
    }
    words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** Throws the refusal of a conversation that has one of the words. */
  public void check(List<Turn> turns) throws Incorrect {
    if (words.isEmpty()) {
      return;
    }
    for (Turn turn : turns) {
      String text = turn.text().toLowerCase(Locale.ROOT);
      if (words.stream().anyMatch(text::contains)) {
        throw new Incorrect(PlatformErrors.moderated(status));
      }
    }
  }
}
