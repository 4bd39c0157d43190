package dev.mimokit.core.tokens;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A vocabulary as bytes that need no work to be read: both parts of every symbol after the 256
 * bytes, then the cells of the trie. Little-endian: {@code magic, symbols, cells} as ints, two ints
 * a symbol, one long a cell.
 */
final class VocabularyTable {

  /** Says what it is and in which version of this format. */
  private static final int MAGIC = 0x4D4B5631;

  private static final int HEADER = 3 * Integer.BYTES;

  private VocabularyTable() {}

  static byte[] encode(Vocabulary vocabulary) {
    Merges merges = vocabulary.merges();
    long[] cells = vocabulary.trie().cells();
    int made = merges.size() - Merges.BYTES;
    int size = HEADER + made * 2 * Integer.BYTES + cells.length * Long.BYTES;
    ByteBuffer table = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(MAGIC).putInt(merges.size()).putInt(cells.length);
    for (int symbol = Merges.BYTES; symbol < merges.size(); symbol++) {
      table.putInt(merges.left(symbol)).putInt(merges.right(symbol));
    }
    table.asLongBuffer().put(cells);
    return table.array();
  }

  static Vocabulary decode(byte[] bytes) {
    ByteBuffer table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (table.getInt() != MAGIC) {
      throw new IllegalStateException("vocabulary is of another version; build core again");
    }
    int symbols = table.getInt();
    long[] cells = new long[table.getInt()];
    int[] parts = new int[2 * (symbols - Merges.BYTES)];
    table.asIntBuffer().get(parts);
    table.position(HEADER + parts.length * Integer.BYTES);
    table.asLongBuffer().get(cells);
    Merges merges = new Merges(symbols);
    for (int i = 0; i < parts.length; i += 2) {
      merges.add(parts[i], parts[i + 1]);
    }
    return new Vocabulary(merges, new Trie(cells));
  }
}
