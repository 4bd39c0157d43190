package dev.mimokit.core.tokens;

/**
 * All symbols by their bytes, as a double array: the child of a node by byte b stands in the cell
 * {@code base + b} if that cell names the node as its parent. A cell is one long, so that a step
 * costs one load:
 *
 * <pre>
 *   62..42 symbol + 1, or 0     41..21 base of the children     20..0 cell of the parent
 * </pre>
 *
 * Immutable.
 */
final class Trie {

  static final int FIELD = 21;
  static final int MASK = (1 << FIELD) - 1;

  /** No cell has this number: the mark of a cell that is free. */
  static final long FREE = MASK;

  static final int ROOT = 0;

  private final long[] cells;

  /**
   * @param cells at least 256 more than the largest base
   */
  Trie(long[] cells) {
    this.cells = cells;
  }

  /** The symbol with the longest bytes that the text goes on with; every byte is a symbol. */
  int longest(byte[] text, int from, int to) {
    int node = ROOT;
    long cell = cells[ROOT];
    int found = 0;
    for (int at = from; at < to; at++) {
      int child = base(cell) + (text[at] & 0xFF);
      cell = cells[child];
      if ((cell & MASK) != node) {
        break;
      }
      node = child;
      int symbol = (int) (cell >>> (2 * FIELD));
      found = symbol == 0 ? found : symbol;
    }
    return found - 1;
  }

  /**
   * For every symbol the longest other one that its bytes begin with, -1 if there is none.
   *
   * @param symbols how many there are
   */
  int[] shorter(int symbols) {
    int[] shorter = new int[symbols];
    for (long cell : cells) {
      int symbol = symbol(cell);
      if ((cell & MASK) != FREE && symbol >= 0) {
        shorter[symbol] = nearest((int) (cell & MASK));
      }
    }
    return shorter;
  }

  long[] cells() {
    return cells;
  }

  private int nearest(int start) {
    int node = start;
    while (node != ROOT) {
      int symbol = symbol(cells[node]);
      if (symbol >= 0) {
        return symbol;
      }
      node = (int) (cells[node] & MASK);
    }
    return -1;
  }

  private static int symbol(long cell) {
    return (int) (cell >>> (2 * FIELD)) - 1;
  }

  private static int base(long cell) {
    return (int) (cell >>> FIELD) & MASK;
  }
}
