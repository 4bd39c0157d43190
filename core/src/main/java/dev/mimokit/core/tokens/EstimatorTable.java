package dev.mimokit.core.tokens;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * The learned numbers behind {@link TokenEstimator}: a class for every UTF-16 unit, and a weight
 * for every pair of neighbouring classes and for every class in a run of one repeated unit.
 *
 * <p>The resource holds, compressed: the number of classes n (one byte), 65,536 class bytes, n x n
 * pair bytes and n run bytes. A byte b means a weight of (b / 144)^2 tokens, which is fine where
 * weights are small and exact for one token (b = 144).
 */
final class EstimatorTable {

  /** A weight of one token. */
  static final int ONE = 144 * 144;

  private static final String RESOURCE = "estimator.gz";

  final byte[] classes = new byte[1 << Character.SIZE];
  final int width;
  final char[] pairs;
  final char[] runs;

  private EstimatorTable(DataInputStream in) throws IOException {
    width = in.readUnsignedByte();
    in.readFully(classes);
    pairs = weights(in, width * width);
    runs = weights(in, width);
  }

  static EstimatorTable load() {
    try (InputStream raw = EstimatorTable.class.getResourceAsStream(RESOURCE)) {
      if (raw == null) {
        throw new IllegalStateException("estimator table is missing: " + RESOURCE);
      }
      return new EstimatorTable(new DataInputStream(new GZIPInputStream(raw)));
    } catch (IOException e) {
      throw new UncheckedIOException("estimator table cannot be read: " + RESOURCE, e);
    }
  }

  private static char[] weights(DataInputStream in, int count) throws IOException {
    char[] weights = new char[count];
    for (int i = 0; i < count; i++) {
      int root = in.readUnsignedByte();
      weights[i] = (char) (root * root);
    }
    return weights;
  }

  /** What {@code unit} adds, given the two units before it; in parts of {@link #ONE}. */
  int weight(char unit, char before, char beforeThat) {
    int kind = classes[unit] & 0xFF;
    return unit == before && unit == beforeThat
        ? runs[kind]
        : pairs[(classes[before] & 0xFF) * width + kind];
  }
}
