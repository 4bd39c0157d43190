package dev.mimokit.core.tokens;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * The learned numbers behind {@link TokenEstimator}: for every UTF-16 unit a class as itself and a
 * coarser one as a neighbour, for every class between two neighbours a weight, and for every unit
 * how many tokens a long row of it has.
 *
 * <p>The resource holds, compressed: the number of classes (two bytes), 65,536 classes (two bytes
 * each), 65,536 classes as neighbours (one byte each), 65,536 rates of rows and as many first parts
 * of rows (two bytes each, in parts of {@link EstimatorCells#ONE}), and a byte for every class,
 * neighbour before and neighbour behind, in this order. A byte b means a weight of (b / 144)^2
 * tokens, which is fine where weights are small and exact for one token (b = 144).
 *
 * <p>Read when first asked for, and constants from then on: compiled code knows where they are and
 * how long. In memory the neighbour behind comes last: what may follow two units is one cache line.
 */
final class EstimatorTable {

  private static final String RESOURCE = "estimator.gz";

  /** Of every unit the tokens that each more of it in a row adds, and those of a row beside. */
  private static final int[] ROW_RATES = new int[1 << Character.SIZE];

  private static final int[] ROW_FIRSTS = new int[1 << Character.SIZE];

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
    byte[] roots =
        new byte[in.readUnsignedShort() * EstimatorCells.NEIGHBOURS * EstimatorCells.NEIGHBOURS];
    int[] own = new int[KINDS.length];
    for (int unit = 0; unit < own.length; unit++) {
      own[unit] = in.readUnsignedShort();
    }
    for (int unit = 0; unit < own.length; unit++) {
      KINDS[unit] = EstimatorCells.packed(own[unit], in.readUnsignedByte());
    }
    for (int unit = 0; unit < ROW_RATES.length; unit++) {
      ROW_RATES[unit] = in.readUnsignedShort();
    }
    for (int unit = 0; unit < ROW_FIRSTS.length; unit++) {
      ROW_FIRSTS[unit] = in.readUnsignedShort();
    }
    in.readFully(roots);
    return roots;
  }

  /** What a unit is, to be handed to {@link #weight}. */
  static int kind(char unit) {
    return KINDS[unit];
  }

  /**
   * What a unit adds, given the kinds of its neighbours and its own; in parts of {@link
   * EstimatorCells#ONE}.
   */
  static int weight(int before, int unit, int next) {
    int root = ROOTS[EstimatorCells.cell(before, unit, next)] & 0xFF;
    return root * root;
  }

  /** What a long row of one unit adds as a whole; in parts of {@link EstimatorCells#ONE}. */
  static long row(char unit, long length) {
    return ROW_FIRSTS[unit] + length * ROW_RATES[unit];
  }
}
