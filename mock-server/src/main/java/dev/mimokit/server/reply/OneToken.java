package dev.mimokit.server.reply;

import dev.mimokit.server.call.Piece;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Pieces of one token, the same object for the same word. What is invented is made of a few hundred
 * words; thousands of streams at once would hold hundreds of thousands of pieces, and whoever
 * clears up the memory would copy them one by one while the streams wait. Thread-safe.
 */
final class OneToken {

  /** Parts of an answer. */
  static final OneToken SAID = new OneToken(word -> new Piece.Said(word, 1));

  /** Parts of the reasoning. */
  static final OneToken THOUGHT = new OneToken(word -> new Piece.Thought(word, 1));

  private final Map<String, Piece> known = new ConcurrentHashMap<>();
  private final Function<String, Piece> maker;

  private OneToken(Function<String, Piece> maker) {
    this.maker = maker;
  }

  /** The pieces of words of the lexicon, of which there are few: all are kept. Immutable. */
  List<Piece> of(List<String> words) {
    Piece[] pieces = new Piece[words.size()];
    for (int i = 0; i < pieces.length; i++) {
      Piece piece = known.get(words.get(i));
      pieces[i] = piece == null ? known.computeIfAbsent(words.get(i), maker) : piece;
    }
    return List.of(pieces);
  }
}
