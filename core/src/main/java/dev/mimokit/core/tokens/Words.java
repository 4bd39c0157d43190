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
 * Words that fill the number go on in a second one, and both make the key in a table of pairs.
 * Immutable.
 */
final class Words {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** A digit is a piece by itself. */
  private static final byte DIGIT = -1;

  /** How long a piece must be for its first byte; 0 if another rule is for pieces of that kind. */
  private static final byte[] LEAST = new byte[256];

  static {
    Arrays.fill(LEAST, 0, 0x80, (byte) 2);
    Arrays.fill(LEAST, 'a', 'z' + 1, (byte) 1);
    Arrays.fill(LEAST, 'A', 'Z' + 1, (byte) 1);
    Arrays.fill(LEAST, '0', '9' + 1, DIGIT);
    LEAST['\''] = 0;
    LEAST['\n'] = 0;
    LEAST['\r'] = 0;
  }

  /** Keys of words of up to 8 bytes. */
  private final long[] shorts;

  /** Keys of words of 9 to 15 bytes, two numbers each. */
  private final long[] longs;

  private Words(int shorts, int longs) {
    this.shorts = new long[slots(shorts)];
    this.longs = new long[2 * slots(longs)];
  }

  /** The words among the tokens of a vocabulary. */
  static Words of(Vocabulary vocabulary) {
    Merges merges = vocabulary.merges();
    long[] first = new long[merges.size()];
    long[] second = new long[merges.size()];
    int shorts = 1;
    int longs = 1;
    for (int symbol = 1; symbol < first.length; symbol++) {
      if (symbol < Merges.BYTES) {
        first[symbol] = symbol < 0x80 ? symbol : 0;
      } else {
        join(merges.left(symbol), merges.right(symbol), symbol, first, second);
      }
      if (!isWord(first[symbol], second[symbol])) {
        continue;
      }
      shorts += second[symbol] == 0 ? 1 : 0;
      longs += second[symbol] == 0 ? 0 : 1;
    }
    Words words = new Words(shorts, longs);
    for (int symbol = 1; symbol < first.length; symbol++) {
      if (!isWord(first[symbol], second[symbol])) {
        continue;
      }
      if (second[symbol] == 0) {
        words.add(first[symbol]);
      } else {
        words.add(first[symbol], second[symbol]);
      }
    }
    return words;
  }

  /**
   * Bytes of the piece at {@code from}: as they are if it is one token, less than 0 if it is more;
   * 0 if this cannot tell where the piece ends.
   */
  int length(byte[] text, int from, int to) {
    if (from + 2 * Long.BYTES > to) {
      return 0;
    }
    long eight = (long) LONGS.get(text, from);
    long ends = ~letters(eight) & TOPS & ~0xFFL;
    int least = LEAST[(int) eight & 0xFF];
    if (least == DIGIT) {
      return 1;
    }
    if (ends == 0) {
      return least == 0 ? 0 : longer(eight, (long) LONGS.get(text, from + Long.BYTES));
    }
    long end = ends & -ends;
    int bits = Long.numberOfTrailingZeros(end) & 0x38;
    int length = bits >> 3;
    if (least == 0 || length < least || (eight & end) != 0) {
      return 0;
    }
    return length == 1 || has(eight & ((1L << bits) - 1)) ? length : -length;
  }

  private int longer(long first, long next) {
    long ends = ~letters(next) & TOPS;
    long end = ends & -ends;
    int bits = Long.numberOfTrailingZeros(end) & 0x38;
    if (ends == 0 || (next & end) != 0) {
      return 0;
    }
    long second = next & ((1L << bits) - 1);
    boolean isToken = second == 0 ? has(first) : has(first, second);
    int length = Long.BYTES + (bits >> 3);
    return isToken ? length : -length;
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
    while (shorts[slot] != key) {
      if (shorts[slot] == 0) {
        return false;
      }
      slot = (slot + 1) & (shorts.length - 1);
    }
    return true;
  }

  private boolean has(long first, long second) {
    int slot = slot(first, second);
    while (longs[slot] != first || longs[slot + 1] != second) {
      if (longs[slot] == 0) {
        return false;
      }
      slot = (slot + 2) & (longs.length - 1);
    }
    return true;
  }

  private void add(long key) {
    int slot = slot(key);
    while (shorts[slot] != 0) {
      slot = (slot + 1) & (shorts.length - 1);
    }
    shorts[slot] = key;
  }

  private void add(long first, long second) {
    int slot = slot(first, second);
    while (longs[slot] != 0) {
      slot = (slot + 2) & (longs.length - 1);
    }
    longs[slot] = first;
    longs[slot + 1] = second;
  }

  private int slot(long key) {
    return (int) ((key * MIX) >>> (Long.SIZE - 31)) & (shorts.length - 1);
  }

  private int slot(long first, long second) {
    long mixed = ((first * MIX) ^ second) * MIX;
    return (int) (mixed >>> (Long.SIZE - 31)) & (longs.length - 2);
  }

  /** Whether the bytes after the first are all letters. */
  private static boolean isWord(long first, long second) {
    long signs = (others(first) & ~0xFFL) | others(second);
    return first != 0 && signs == 0;
  }

  /** The top bit of every byte that is neither a letter nor cleared at the end. */
  private static long others(long key) {
    long used = key == 0 ? 0 : -1L >>> (Long.numberOfLeadingZeros(key) & 0x78);
    return ~letters(key) & TOPS & used;
  }

  /** The bytes of a symbol as two numbers; both 0 if they are too many or not all ASCII. */
  private static void join(int left, int right, int symbol, long[] first, long[] second) {
    int bits = bits(first[left]) + bits(second[left]);
    int more = bits(first[right]) + bits(second[right]);
    if (bits == 0 || more == 0 || bits + more >= 2 * Long.SIZE) {
      return;
    }
    if (bits >= Long.SIZE) {
      first[symbol] = first[left];
      second[symbol] = second[left] | (first[right] << (bits - Long.SIZE));
    } else {
      first[symbol] = first[left] | (first[right] << bits);
      second[symbol] = (first[right] >>> (Long.SIZE - bits)) | (second[right] << bits);
    }
  }

  /** A power of two at least half as large again. */
  private static int slots(int keys) {
    return 2 * Integer.highestOneBit(keys + keys / 2);
  }

  private static int bits(long key) {
    return Long.SIZE - (Long.numberOfLeadingZeros(key) & 0x78);
  }
}
