package dev.mimokit.core.tokens;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays out a {@link Trie}: nodes in depth-first order, each block of children where it first fits.
 */
final class TrieBuilder {

  private static final int BYTES = 256;

  private final List<byte[]> symbols;
  private final int[] sorted;
  private long[] cells = new long[1 << 16];
  private int firstFree = BYTES;
  private int used = 1;

  private TrieBuilder(List<byte[]> symbols) {
    this.symbols = symbols;
    this.sorted =
        IntStream.range(0, symbols.size())
            .boxed()
            .sorted(Comparator.comparing(symbols::get, Arrays::compareUnsigned))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The trie of distinct, non-empty byte strings; the symbol is the place in the list. */
  static Trie build(List<byte[]> symbols) {
    TrieBuilder builder = new TrieBuilder(symbols);
    Arrays.fill(builder.cells, Trie.FREE);
    builder.place(Trie.ROOT, 0, builder.sorted.length, 0);
    return new Trie(Arrays.copyOf(builder.cells, builder.used + BYTES));
  }

  /** Gives the children of a node, whose symbols are sorted[from, to), their cells. */
  private void place(int node, int from, int to, int depth) {
    int symbol = -1;
    int start = from;
    if (symbols.get(sorted[from]).length == depth) {
      symbol = sorted[from];
      start++;
    }
    int[] starts = starts(start, to, depth);
    int base = starts.length == 1 ? 0 : base(starts, depth);
    for (int i = 0; i + 1 < starts.length; i++) {
      cells[base + label(starts[i], depth)] = node;
    }
    cells[node] = ((symbol + 1L) << (2 * Trie.FIELD)) | ((long) base << Trie.FIELD) | parent(node);
    for (int i = 0; i + 1 < starts.length; i++) {
      place(base + label(starts[i], depth), starts[i], starts[i + 1], depth + 1);
    }
  }

  private long parent(int node) {
    return node == Trie.ROOT ? Trie.FREE : cells[node] & Trie.MASK;
  }

  /** Where each child's symbols begin, and where the last one's end. */
  private int[] starts(int from, int to, int depth) {
    int[] starts = new int[Math.min(BYTES, to - from) + 1];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (i == from || label(i, depth) != label(i - 1, depth)) {
        starts[count++] = i;
      }
    }
    starts[count] = to;
    return Arrays.copyOf(starts, count + 1);
  }

  private int label(int place, int depth) {
    return symbols.get(sorted[place])[depth] & 0xFF;
  }

  private int base(int[] starts, int depth) {
    while (!isFree(firstFree)) {
      firstFree++;
    }
    int first = label(starts[0], depth);
    for (int cell = firstFree; ; cell++) {
      if (isFree(cell) && fits(cell - first, starts, depth)) {
        claim(cell - first, starts, depth);
        return cell - first;
      }
    }
  }

  private boolean fits(int base, int[] starts, int depth) {
    for (int i = 1; i + 1 < starts.length; i++) {
      if (!isFree(base + label(starts[i], depth))) {
        return false;
      }
    }
    return true;
  }

  private void claim(int base, int[] starts, int depth) {
    int last = base + label(starts[starts.length - 2], depth);
    used = Math.max(used, last + 1);
    if (used + BYTES > Trie.MASK) {
      throw new IllegalArgumentException("vocabulary has too many distinct prefixes");
    }
  }

  private boolean isFree(int cell) {
    if (cell >= cells.length) {
      int old = cells.length;
      cells = Arrays.copyOf(cells, 2 * old);
      Arrays.fill(cells, old, cells.length, Trie.FREE);
    }
    return cells[cell] == Trie.FREE;
  }
}
