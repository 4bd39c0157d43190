package dev.mimokit.core.tokens;

import java.util.Arrays;

/**
 * Counts the tokens of one piece in time proportional to its length.
 *
 * <p><b>Design.</b> Byte-pair encoding is defined by merging: of all neighbours the earliest pair
 * of the vocabulary, again and again. Done so, n bytes take n rounds, or a heap. But of all ways to
 * cut a piece into symbols, exactly one has every symbol staying apart from the next ({@link
 * Merges#staysApart}), and that is the result of merging. So it can be searched from the left: take
 * the longest symbol that the text goes on with and that stays apart from the one before, else the
 * next shorter one, else go back.
 *
 * <pre>
 *   piece " tokenizers", symbols so far          longest next    stays apart?
 *                                                 " token"        first
 *   " token"                                      "izers"         yes: done, 2
 * </pre>
 *
 * Where the search went back from a place it never comes to that place again: the symbols before a
 * place are decided by the bytes before it, so what failed once fails always. Hence each place is
 * left at most once, and tries at most as many symbols as begin with each other there (a constant
 * of the vocabulary). The same idea is described for the "bpe" crate of the rust-gems collection.
 *
 * <p>Immutable; the places and symbols of a search are in a {@link Search} of the caller's.
 */
final class Encoder {

  /** Bytes of a piece above which answers are kept until its end. */
  private static final int LONG_PIECE = 512;

  /** Binary logarithm of how many answers are kept. */
  private static final int ANSWERS = 12;

  private final Trie trie;
  private final Merges merges;

  /** The longest symbol among those that a symbol's bytes begin with, -1 if none. */
  private final int[] shorter;

  private final short[] lengths;

  Encoder(Vocabulary vocabulary) {
    trie = vocabulary.trie();
    merges = vocabulary.merges();
    shorter = trie.shorter(merges.size());
    lengths = lengths(merges);
  }

  /** The symbols chosen so far, and the places that nothing leads on from. */
  static final class Search {

    private final long[] answers = new long[1 << ANSWERS];
    private boolean remembering;
    private int[] chosen = new int[64];
    private long[] dead = new long[2];

    private void begin(int bytes) {
      remembering = bytes > LONG_PIECE;
      if (remembering) {
        Arrays.fill(answers, 0);
      }
      if (chosen.length < bytes) {
        chosen = new int[bytes + (bytes >> 1)];
        dead = new long[(chosen.length >> 6) + 1];
      }
      for (int i = bytes >> 6; i >= 0; i--) {
        dead[i] = 0;
      }
    }

    /** In long pieces the same neighbours are asked about again and again. */
    private boolean staysApart(int left, int right, Merges merges) {
      if (!remembering) {
        return merges.staysApart(left, right);
      }
      long question = ((long) left << Integer.SIZE) | (right + 1);
      int slot = (int) ((question * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - ANSWERS));
      if (answers[slot] >>> 1 == question) {
        return (answers[slot] & 1) != 0;
      }
      boolean apart = merges.staysApart(left, right);
      answers[slot] = (question << 1) | (apart ? 1 : 0);
      return apart;
    }

    private boolean isDead(int place) {
      return (dead[place >> 6] & 1L << place) != 0;
    }

    private void leave(int place) {
      dead[place >> 6] |= 1L << place;
    }
  }

  /** Tokens of the bytes of one piece, which is not empty. */
  int count(byte[] text, int from, int to, Search search) {
    if (to - from == 1) {
      return 1;
    }
    if (to - from == 2) {
      return merges.made(text[from] & 0xFF, text[from + 1] & 0xFF) == Merges.NONE ? 2 : 1;
    }
    int first = trie.longest(text, from, to);
    if (lengths[first] == to - from) {
      return 1;
    }
    return search(first, text, from, to, search);
  }

  private int search(int first, byte[] text, int from, int to, Search search) {
    search.begin(to - from);
    int[] chosen = search.chosen;
    int count = 0;
    int at = from;
    int symbol = first;
    while (true) {
      int next = at + lengths[symbol];
      if (!search.isDead(next - from)
          && (count == 0 || search.staysApart(chosen[count - 1], symbol, merges))) {
        chosen[count++] = symbol;
        if (next == to) {
          return count;
        }
        at = next;
        symbol = trie.longest(text, at, to);
        continue;
      }
      symbol = shorter[symbol];
      while (symbol < 0) {
        search.leave(at - from);
        int last = chosen[--count];
        at -= lengths[last];
        symbol = shorter[last];
      }
    }
  }

  private static short[] lengths(Merges merges) {
    short[] lengths = new short[merges.size()];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length =
          symbol < Merges.BYTES ? 1 : lengths[merges.left(symbol)] + lengths[merges.right(symbol)];
      lengths[symbol] = (short) length;
    }
    return lengths;
  }
}
