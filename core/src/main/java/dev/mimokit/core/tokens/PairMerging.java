package dev.mimokit.core.tokens;

/**
 * Byte-pair encoding as it is defined: of all neighbours the earliest pair of the vocabulary, again
 * and again, with every pair looked at in every round. For pieces of a few bytes that come to many
 * symbols, as random letters do, nothing is faster; for long ones nothing is slower. For one
 * thread.
 */
final class PairMerging {

  /** Bytes of the longest piece it takes. */
  static final int MOST = 31;

  private final int[] symbols = new int[MOST + 1];

  /** What each symbol and the next one are merged to. */
  private final int[] made = new int[MOST + 1];

  /** Tokens of the bytes of one piece, of 2 to {@link #MOST} bytes. */
  int count(byte[] text, int from, int length, Merges merges) {
    int last = length - 1;
    int earliest = begin(text, from, last, merges);
    while (earliest >= 0) {
      last--;
      merge(earliest, last, merges);
      earliest = earliest(last);
    }
    return last + 1;
  }

  private int begin(byte[] text, int from, int last, Merges merges) {
    symbols[last] = text[from + last] & 0xFF;
    for (int i = last - 1; i >= 0; i--) {
      symbols[i] = text[from + i] & 0xFF;
      made[i] = merges.madeOfBytes(symbols[i], symbols[i + 1]);
    }
    return earliest(last);
  }

  private void merge(int at, int last, Merges merges) {
    symbols[at] = made[at];
    for (int i = at + 1; i <= last; i++) {
      symbols[i] = symbols[i + 1];
      made[i] = made[i + 1];
    }
    if (at > 0) {
      made[at - 1] = merges.made(symbols[at - 1], symbols[at]);
    }
    if (at < last) {
      made[at] = merges.made(symbols[at], symbols[at + 1]);
    }
  }

  /** Where the earliest pair is, the left one of equals; -1 when none is merged any more. */
  private int earliest(int last) {
    int least = Merges.NONE;
    int at = -1;
    for (int i = 0; i < last; i++) {
      int symbol = made[i];
      at = symbol < least ? i : at;
      least = Math.min(symbol, least);
    }
    return at;
  }
}
