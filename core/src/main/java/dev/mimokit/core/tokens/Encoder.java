package dev.mimokit.core.tokens;

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
 * <p>In which order a place tries its symbols does not matter for the result. Rows of one sign have
 * symbols of nearly every length, so that the longest first fails dozens of times at every place;
 * there the search tries first what it came to when it last saw the same symbol before the same
 * longest one (a {@link Search}'s hints).
 *
 * <p>Letters at random, as in Base64, have symbols of one to three bytes, and the search gains
 * nothing there on merging itself; so while pieces come to many symbols, short ones are merged by
 * {@link PairMerging}. Both give the same.
 *
 * <p>Immutable; the places and symbols of a search, its hints and the answers it has seen are in a
 * {@link Search} of the caller's, for this encoder alone.
 */
final class Encoder {

  /** Symbols of so many bytes are rows of one sign, with few exceptions. */
  private static final int ROW = 16;

  /** Binary logarithm of how many answers and how many hints are kept. */
  private static final int KEPT = 13;

  /** Bytes of a piece whose room is kept for the next one. */
  private static final int MOST_KEPT = 1 << 16;

  /** Text is dense from two symbols for five bytes on: letters without words. */
  private static final int DENSE_SYMBOLS = 2;

  private static final int DENSE_BYTES = 5;

  private static final int FIELD = 20;
  private static final int MASK = (1 << FIELD) - 1;

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

  /** The symbols chosen so far, the places that nothing leads on from, and what was learned. */
  static final class Search {

    private final long[] answers = new long[1 << KEPT];
    private final long[] hints = new long[1 << KEPT];
    private int[] chosen = new int[64];

    /** The longest symbol at the place of each chosen one; its complement if a hint was taken. */
    private int[] longest = new int[64];

    private long[] dead = new long[2];

    private final PairMerging merging = new PairMerging();

    /** The last piece came to many symbols; the next one will, too. */
    private boolean isDense;

    /** A piece of so many bytes came to {@code count} symbols, which is returned. */
    private int seen(int count, int length) {
      isDense = DENSE_BYTES * count >= DENSE_SYMBOLS * length;
      return count;
    }

    /** Makes room for a piece, and gives back what a far longer one needed. */
    private void begin(int bytes) {
      if (chosen.length < bytes || (chosen.length > MOST_KEPT && bytes <= MOST_KEPT)) {
        chosen = new int[Math.max(64, bytes + (bytes >> 1))];
        longest = new int[chosen.length];
        dead = new long[(chosen.length >> 6) + 1];
      }
      for (int i = bytes >> 6; i >= 0; i--) {
        dead[i] = 0;
      }
    }

    /** The same neighbours are asked about again and again. */
    private boolean staysApart(int left, int right, Merges merges) {
      long question = ((long) left << Integer.SIZE) | (right + 1);
      int slot = slot(question);
      if (answers[slot] >>> 1 == question) {
        return (answers[slot] & 1) != 0;
      }
      boolean apart = merges.staysApart(left, right);
      answers[slot] = (question << 1) | (apart ? 1 : 0);
      return apart;
    }

    /** What followed {@code left} where {@code longest} could have; that itself if unknown. */
    private int hint(int left, int longest) {
      long hint = hints[slot(pair(left, longest))];
      return hint >>> FIELD == pair(left, longest) ? (int) hint & MASK : longest;
    }

    private void remember(int left, int longest, int symbol) {
      hints[slot(pair(left, longest))] = (pair(left, longest) << FIELD) | symbol;
    }

    /** A hint was wrong: the longest is next. */
    private int forget(int left, int longest) {
      remember(left, longest, longest);
      return longest;
    }

    private static long pair(int left, int longest) {
      return ((long) (left + 1) << FIELD) | longest;
    }

    private static int slot(long key) {
      return (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - KEPT));
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
    int length = to - from;
    if (search.isDense && length <= PairMerging.MOST && (text[from + 1] | text[to - 1]) >= 0) {
      return search.seen(search.merging.count(text, from, length, merges), length);
    }
    int first = trie.longest(text, from, to);
    if (lengths[first] == length) {
      return 1;
    }
    return search.seen(search(first, text, from, to, search), length);
  }

  private int search(int first, byte[] text, int from, int to, Search search) {
    search.begin(to - from);
    int[] chosen = search.chosen;
    int count = 0;
    int at = from;
    int longest = first;
    int symbol = first;
    while (true) {
      int next = at + lengths[symbol];
      if (!search.isDead(next - from)
          && (count == 0 || search.staysApart(chosen[count - 1], symbol, merges))) {
        if (longest >= 0 && symbol != longest && isRow(longest) && count > 0) {
          search.remember(chosen[count - 1], longest, symbol);
        }
        search.longest[count] = longest;
        chosen[count++] = symbol;
        if (next == to) {
          return count;
        }
        at = next;
        longest = trie.longest(text, at, to);
        symbol = longest;
        if (isRow(longest)) {
          symbol = search.hint(chosen[count - 1], longest);
          longest = symbol == longest ? longest : ~longest;
        }
        continue;
      }
      symbol = shorter[symbol];
      if (longest < 0) {
        longest = ~longest;
        symbol = search.forget(chosen[count - 1], longest);
      }
      while (symbol < 0) {
        search.leave(at - from);
        int last = chosen[--count];
        at -= lengths[last];
        longest = search.longest[count];
        symbol = shorter[last];
        if (longest < 0) {
          longest = ~longest;
          symbol = search.forget(chosen[count - 1], longest);
        }
      }
    }
  }

  private boolean isRow(int symbol) {
    return lengths[symbol] >= ROW;
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
