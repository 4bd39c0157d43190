package dev.mimokit.core.tokens;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The short way for short words: most pieces of most texts are an ASCII word of a few letters, with
 * a space or a sign before it, that is one token.
 *
 * <p>Eight bytes of text are read as one number, lowest byte first. Which of them are letters is
 * told for all eight at once; what begins with the first byte and goes on in letters is the piece,
 * and those bytes, the others cleared, are its key in a hash table of numbers:
 *
 * <pre>
 *   "·the·cat"    letter?  .xxx.xxx   piece "·the", 4 bytes, one token if the table has it
 * </pre>
 *
 * Immutable.
 */
final class Words {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  /** How long a piece must be for its first byte; 0 if another rule is for pieces of that kind. */
  private static final byte[] LEAST = new byte[256];

  static {
    Arrays.fill(LEAST, 0, 0x80, (byte) 2);
    Arrays.fill(LEAST, 'a', 'z' + 1, (byte) 1);
    Arrays.fill(LEAST, 'A', 'Z' + 1, (byte) 1);
    Arrays.fill(LEAST, '0', '9' + 1, (byte) 0);
    LEAST['\''] = 0;
    LEAST['\n'] = 0;
    LEAST['\r'] = 0;
  }

  private final long[] table;
  private final int shift;

  private Words(int size) {
    shift = Integer.numberOfLeadingZeros(2 * size) + Long.SIZE - Integer.SIZE;
    table = new long[1 << (Long.SIZE - shift)];
  }

  /** The words among the tokens of a vocabulary. */
  static Words of(Vocabulary vocabulary) {
    Merges merges = vocabulary.merges();
    Words words = new Words(merges.size());
    long[] keys = new long[merges.size()];
    for (int symbol = 0; symbol < keys.length; symbol++) {
      keys[symbol] = symbol < Merges.BYTES ? byteKey(symbol) : key(merges, symbol, keys);
      if (keys[symbol] != 0) {
        words.add(keys[symbol]);
      }
    }
    return words;
  }

  /** Bytes of the piece at {@code from} if it is such a word and one token, else 0. */
  int length(byte[] text, int from, int to) {
    if (from + Long.BYTES > text.length) {
      return 0;
    }
    long eight = (long) LONGS.get(text, from);
    long ends = ~letters(eight) & TOPS & ~0xFFL;
    long end = ends & -ends;
    int bits = Long.numberOfTrailingZeros(end) & 0x38;
    int length = bits >> 3;
    int least = LEAST[(int) eight & 0xFF];
    boolean isWord = least != 0 && length >= least && (eight & end) == 0 && from + length <= to;
    return isWord && has(eight & ((1L << bits) - 1)) ? length : 0;
  }

  /** The top bit of every byte that is an ASCII letter. */
  private static long letters(long eight) {
    long lower = (eight | 0x20 * EACH) & ~TOPS;
    long fromA = lower + (0x80 - 'a') * EACH;
    long beyondZ = lower + (0x7F - 'z') * EACH;
    return fromA & ~beyondZ & ~eight & TOPS;
  }

  private boolean has(long key) {
    int slot = slot(key);
    while (table[slot] != key) {
      if (table[slot] == 0) {
        return false;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return true;
  }

  private void add(long key) {
    int slot = slot(key);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = key;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
  }

  private static long byteKey(int value) {
    return value < 0x80 ? value : 0;
  }

  /** The bytes of a symbol as one number; 0 if they are too many or not all ASCII. */
  private static long key(Merges merges, int symbol, long[] keys) {
    long left = keys[merges.left(symbol)];
    long right = keys[merges.right(symbol)];
    int bits = Long.SIZE - (Long.numberOfLeadingZeros(left) & 0x78);
    boolean fits = left != 0 && right != 0 && bits <= Long.numberOfLeadingZeros(right);
    return fits ? left | (right << bits) : 0;
  }
}
