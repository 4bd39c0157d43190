package dev.mimokit.core.tokens;

import java.util.Arrays;

/**
 * Which two symbols make which third. Symbols 0 to 255 are the bytes; every later one is made of
 * two earlier ones, and the lower its number, the earlier it is merged.
 *
 * <p>The pairs are an open hash table with one long an entry: {@code left | right | made}. Most
 * that are asked for are not there, and the table is larger than the nearest caches; so a bitmap by
 * hash is asked first. At least a third of the slots are free. Filled once and read by any thread
 * afterwards.
 */
final class Merges {

  /** Symbols that stand for themselves. */
  static final int BYTES = 256;

  static final int NONE = Integer.MAX_VALUE;

  private static final int FIELD = 20;
  private static final int MADE = (1 << FIELD) - 1;

  /** Binary logarithm of the bitmap's size: 256 KB, one bit in fourteen set. */
  private static final int BITMAP = 21;

  /** The most symbols that an entry can name. */
  static final int MOST = MADE;

  private final int[] lefts;
  private final int[] rights;
  private final long[] table;
  private final int shift;
  private final int[] ofBytes = new int[BYTES * BYTES];
  private final long[] present = new long[1 << (BITMAP - 6)];
  private int size = BYTES;

  /**
   * @param most how many symbols there may come to be, bytes included
   */
  Merges(int most) {
    if (most > MOST) {
      throw new IllegalArgumentException("more than " + MOST + " tokens: " + most);
    }
    lefts = new int[most];
    rights = new int[most];
    shift = Integer.numberOfLeadingZeros(most + most / 2 - 1) + Long.SIZE - Integer.SIZE;
    Arrays.fill(ofBytes, NONE);
    table = new long[1 << (Long.SIZE - shift)];
  }

  /** Adds the next symbol, made of two that are there; each pair once. */
  void add(int left, int right) {
    lefts[size] = left;
    rights[size] = right;
    long key = key(left, right);
    long hash = hash(key);
    int bit = (int) (hash >>> (Long.SIZE - BITMAP));
    present[bit >> 6] |= 1L << bit;
    int slot = (int) (hash >>> shift);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = (key << FIELD) | size;
    if ((left | right) < BYTES) {
      ofBytes[left * BYTES + right] = size;
    }
    size++;
  }

  /** How many symbols there are. */
  int size() {
    return size;
  }

  int left(int symbol) {
    return lefts[symbol];
  }

  int right(int symbol) {
    return rights[symbol];
  }

  /** What two neighbours are merged to, {@link #NONE} if they are not. */
  int made(int left, int right) {
    return (left | right) < BYTES ? madeOfBytes(left, right) : looked(left, right);
  }

  /** The same of two bytes. */
  int madeOfBytes(int left, int right) {
    return ofBytes[left * BYTES + right];
  }

  private int looked(int left, int right) {
    long key = key(left, right);
    long hash = hash(key);
    int bit = (int) (hash >>> (Long.SIZE - BITMAP));
    if ((present[bit >> 6] & 1L << bit) == 0) {
      return NONE;
    }
    int slot = (int) (hash >>> shift);
    while (true) {
      long entry = table[slot];
      if (entry >>> FIELD == key) {
        return entry == 0 ? NONE : (int) entry & MADE;
      }
      if (entry == 0) {
        return NONE;
      }
      slot = (slot + 1) & (table.length - 1);
    }
  }

  /**
   * Whether two symbols that stand side by side, each made of its own bytes alone, are left so by
   * the merges: none of those across the border between them comes first.
   *
   * <p>Undoes the merges inside both, latest first, and asks each time whether the two parts that
   * then met at the border would have been merged before. Of equal merges the left one is first.
   */
  boolean staysApart(int left, int right) {
    int before = left;
    int after = right;
    int next = NONE;
    while (made(before, after) >= next) {
      if (before > after) {
        if (before < BYTES) {
          return true;
        }
        next = before;
        before = rights[before];
      } else {
        if (after < BYTES) {
          return true;
        }
        next = after + 1;
        after = lefts[after];
      }
    }
    return false;
  }

  private static long key(int left, int right) {
    return ((long) left << FIELD) | right;
  }

  private static long hash(long key) {
    return key * 0x9E3779B97F4A7C15L;
  }
}
