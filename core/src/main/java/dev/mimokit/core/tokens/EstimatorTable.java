package dev.mimokit.core.tokens;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * The learned numbers behind {@link TokenEstimator}: for every UTF-16 unit a class as itself and a
 * coarser one as a neighbour, and for every class between two neighbours a weight.
 *
 * <p>The resource holds, compressed: the number of classes (two bytes), 65,536 classes (two bytes
 * each), 65,536 classes as neighbours (one byte each), and a byte for every class, neighbour before
 * and neighbour behind, in this order. A byte b means a weight of (b / 144)^2 tokens, which is fine
 * where weights are small and exact for one token (b = 144).
 *
 * <p>Read when first asked for, and constants from then on: compiled code knows where they are and
 * how long. In memory the neighbour behind comes last: what may follow two units is one cache line.
 */
final class EstimatorTable {

  /** A weight of one token. */
  static final int ONE = 144 * 144;

  static final int MOST_CLASSES = 1 << 10;
  static final int NEIGHBOURS = 1 << 6;

  private static final int NEXT = NEIGHBOURS - 1;
  private static final int BEFORE = NEXT << 6;
  private static final int OWN = -1 << 12;

  private static final String RESOURCE = "estimator.gz";

  private static final int[] KINDS = new int[1 << Character.SIZE];
  private static final byte[] ROOTS = load();

  private EstimatorTable() {}

  private static byte[] load() {
    try (InputStream raw = EstimatorTable.class.getResourceAsStream(RESOURCE)) {
      if (raw == null) {
        throw new IllegalStateException("estimator table is missing: " + RESOURCE);
      }
      return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw))));
    } catch (IOException e) {
      throw new UncheckedIOException("estimator table cannot be read: " + RESOURCE, e);
    }
  }

  private static byte[] read(DataInputStream in) throws IOException {
    byte[] roots = new byte[in.readUnsignedShort() * NEIGHBOURS * NEIGHBOURS];
    int[] own = new int[KINDS.length];
    for (int unit = 0; unit < own.length; unit++) {
      own[unit] = in.readUnsignedShort();
    }
    for (int unit = 0; unit < own.length; unit++) {
      KINDS[unit] = packed(own[unit], in.readUnsignedByte());
    }
    in.readFully(roots);
    return roots;
  }

  /** What a unit is in all three places. */
  static int packed(int own, int neighbour) {
    return own << 12 | neighbour << 6 | neighbour;
  }

  /** Where the weight of a class between two neighbours is. */
  static int cell(int before, int own, int next) {
    return own << 12 | before << 6 | next;
  }

  /** Where the weights of a text's units are, given what every unit is. */
  static int[] cells(CharSequence text, int[] packed) {
    int[] cells = new int[text.length()];
    int before = packed[TokenEstimator.BORDER];
    for (int i = 0; i < cells.length; i++) {
      int unit = packed[text.charAt(i)];
      int next = packed[i + 1 < cells.length ? text.charAt(i + 1) : TokenEstimator.BORDER];
      cells[i] = (before & BEFORE) | (unit & OWN) | (next & NEXT);
      before = unit;
    }
    return cells;
  }

  /** What a unit is, to be handed to {@link #weight}. */
  static int kind(char unit) {
    return KINDS[unit];
  }

  /** What a unit adds, given the kinds of its neighbours and its own; in parts of {@link #ONE}. */
  static int weight(int before, int unit, int next) {
    int root = ROOTS[(before & BEFORE) | (unit & OWN) | (next & NEXT)] & 0xFF;
    return root * root;
  }
}
