package dev.mimokit.core.tokens;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

  private static final int HEADER = 3;

  private VocabularyTable() {}

  static byte[] encode(Vocabulary vocabulary) {
    Merges merges = vocabulary.merges();
    long[] cells = vocabulary.trie().cells();
    int made = merges.size() - Merges.BYTES;
    int size = (HEADER + made * 2) * Integer.BYTES + cells.length * Long.BYTES;
    ByteBuffer table = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(MAGIC).putInt(merges.size()).putInt(cells.length);
    for (int symbol = Merges.BYTES; symbol < merges.size(); symbol++) {
      table.putInt(merges.left(symbol)).putInt(merges.right(symbol));
    }
    table.asLongBuffer().put(cells);
    return table.array();
  }

  /** Reads piece by piece: memory that is used for the first time costs more than the reading. */
  static Vocabulary decode(InputStream in) throws IOException {
    Chunks chunks = new Chunks(in);
    int[] header = new int[HEADER];
    chunks.read(header, HEADER);
    if (header[0] != MAGIC) {
      throw new IllegalStateException("vocabulary is of another version; build core again");
    }
    Merges merges = new Merges(header[1]);
    int[] parts = new int[Chunks.INTS];
    for (int left = 2 * (header[1] - Merges.BYTES); left > 0; left -= Chunks.INTS) {
      int count = Math.min(left, Chunks.INTS);
      chunks.read(parts, count);
      for (int i = 0; i < count; i += 2) {
        merges.add(parts[i], parts[i + 1]);
      }
    }
    long[] cells = new long[header[2]];
    chunks.read(cells);
    return new Vocabulary(merges, new Trie(cells));
  }

  /** Little-endian numbers from a stream. */
  private static final class Chunks {

    static final int INTS = 2_048;
    private static final int LONGS = INTS / 2;

    private final byte[] bytes = new byte[INTS * Integer.BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final InputStream in;

    Chunks(InputStream in) {
      this.in = in;
    }

    /** At most {@link #INTS}. */
    void read(int[] into, int count) throws IOException {
      fill(count * Integer.BYTES);
      buffer.asIntBuffer().get(into, 0, count);
    }

    void read(long[] into) throws IOException {
      for (int at = 0; at < into.length; at += LONGS) {
        int count = Math.min(LONGS, into.length - at);
        fill(count * Long.BYTES);
        buffer.asLongBuffer().get(into, at, count);
      }
    }

    private void fill(int count) throws IOException {
      if (in.readNBytes(bytes, 0, count) < count) {
        throw new EOFException("vocabulary is cut short; build core again");
      }
    }
  }
}
