package dev.mimokit.core.tokens;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Learns the table of {@link TokenEstimator} from exact token starts: averages first, each drawn
 * towards that of a coarser context as far as it was seldom seen, then steps against the relative
 * error of pieces of text, which move a weight the more the less certain it is. Seeded: the same
 * corpus gives the same table.
 */
final class Calibration {

  private static final int MOST_OF_A_SOURCE = 2_500_000;
  private static final int PIECE = 1_000;
  private static final int VERY_LONG_ROW = 1_024;
  private static final int ROUNDS = 8;
  private static final double FIRST_STEP = 0.02;
  private static final double CERTAIN = 0.0002;
  private static final double LEAST_ROOM = 0.02;
  private static final double EQUAL = 2e6;
  private static final double TRUST = 4;
  private static final int CELLS =
      EstimatorCells.MOST_CLASSES * EstimatorCells.NEIGHBOURS * EstimatorCells.NEIGHBOURS;

  private final double[] seen = new double[CELLS];
  private final double[] started = new double[CELLS];
  private final double[] squares = new double[CELLS];
  private final List<Document> documents = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent")
  private record Document(String text, byte[] starts, double weight) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Piece(int[] cells, double tokens, double weight) {}

  /** Takes the corpus, the list of packages and the table to write. */
  public static void main(String[] arguments) throws IOException {
    Map<String, List<String>> corpus =
        Corpus.read(Path.of(arguments[0]), Path.of(arguments[1]), "train", MOST_OF_A_SOURCE);
    new Calibration().run(corpus, Path.of(arguments[2]));
  }

  private void run(Map<String, List<String>> corpus, Path table) throws IOException {
    TokenStarts counter = new TokenStarts();
    double[] units = new double[1 << Character.SIZE];
    double[] tokens = new double[1 << Character.SIZE];
    for (Map.Entry<String, List<String>> category : corpus.entrySet()) {
      long size = category.getValue().stream().mapToLong(String::length).sum();
      System.err.printf(
          "%s: %d documents, %d characters%n", category.getKey(), category.getValue().size(), size);
      double weight = weight(category.getKey(), size);
      for (String text : category.getValue()) {
        byte[] starts = counter.of(text);
        documents.add(new Document(text, starts, weight));
        for (int i = 0; i < starts.length; i++) {
          units[text.charAt(i)]++;
          tokens[text.charAt(i)] += starts[i];
        }
      }
    }
    UnitClasses classes = new UnitClasses(units, tokens);
    int[] packed = new int[units.length];
    for (int unit = 0; unit < packed.length; unit++) {
      packed[unit] = EstimatorCells.packed(classes.own(unit), classes.neighbour(unit));
    }
    List<Piece> pieces = pieces(packed);
    float[] weights = averages();
    refine(weights, pieces);
    write(table, classes, weights);
  }

  /** Categories of any size weigh about the same, but prose in English thrice as much. */
  private static double weight(String category, long size) {
    return (category.equals("en") ? 3 : 1) * Math.min(2, EQUAL / size);
  }

  private List<Piece> pieces(int[] packed) {
    List<Piece> pieces = new ArrayList<>();
    for (Document document : documents) {
      int[] all = EstimatorCells.cells(document.text(), packed);
      boolean[] inRow = inRow(document.text());
      for (int from = 0; from < all.length; from += PIECE) {
        int to = Math.min(all.length, from + PIECE);
        int[] cells = new int[to - from];
        int count = 0;
        double tokens = 0;
        for (int i = from; i < to; i++) {
          if (inRow[i]) {
            continue;
          }
          cells[count++] = all[i];
          int starts = document.starts()[i];
          tokens += starts;
          seen[all[i]] += document.weight();
          started[all[i]] += document.weight() * starts;
          squares[all[i]] += document.weight() * starts * starts;
        }
        if (tokens > 20) {
          pieces.add(new Piece(Arrays.copyOf(cells, count), tokens, document.weight()));
        }
      }
    }
    documents.clear();
    return pieces;
  }

  /** Which units stand in rows that the estimator takes as a whole. */
  private static boolean[] inRow(String text) {
    boolean[] inRow = new boolean[text.length()];
    for (int begin = 0; begin < inRow.length; ) {
      int end = begin + 1;
      while (end < inRow.length && text.charAt(end) == text.charAt(begin)) {
        end++;
      }
      Arrays.fill(inRow, begin, end, end - begin >= TokenEstimator.ROW);
      begin = end;
    }
    return inRow;
  }

  private float[] averages() {
    int neighbours = EstimatorCells.NEIGHBOURS;
    float[] weights = new float[CELLS];
    for (int own = 0; own < EstimatorCells.MOST_CLASSES; own++) {
      double n1 = 0;
      double s1 = 0;
      double[] n2 = new double[neighbours];
      double[] s2 = new double[neighbours];
      for (int before = 0; before < neighbours; before++) {
        for (int next = 0; next < neighbours; next++) {
          int cell = EstimatorCells.numbered(before, own, next);
          n1 += seen[cell];
          s1 += started[cell];
          n2[before] += seen[cell];
          s2[before] += started[cell];
        }
      }
      double alone = (s1 + 0.7 * TRUST) / (n1 + TRUST);
      for (int before = 0; before < neighbours; before++) {
        double pair = (s2[before] + TRUST * alone) / (n2[before] + TRUST);
        for (int next = 0; next < neighbours; next++) {
          int cell = EstimatorCells.numbered(before, own, next);
          weights[cell] = (float) ((started[cell] + TRUST * pair) / (seen[cell] + TRUST));
        }
      }
    }
    return weights;
  }

  private void refine(float[] weights, List<Piece> pieces) {
    float[] doubt = new float[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      double mean = seen[cell] > 0 ? started[cell] / seen[cell] : 0;
      double variance = seen[cell] > 0 ? squares[cell] / seen[cell] - mean * mean : 0;
      doubt[cell] = (float) (Math.max(0, variance) + CERTAIN);
    }
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(pieces, random);
      double step = FIRST_STEP / (1 + round);
      double sum = 0;
      for (Piece piece : pieces) {
        double estimate = 0;
        double room = LEAST_ROOM * piece.cells().length;
        for (int cell : piece.cells()) {
          estimate += weights[cell];
          room += doubt[cell];
        }
        double missing = piece.tokens() - estimate;
        sum += Math.abs(missing) / piece.tokens();
        float share = (float) (step * Math.min(2, piece.weight()) * missing / room);
        for (int cell : piece.cells()) {
          weights[cell] = Math.max(0, weights[cell] + share * doubt[cell]);
        }
      }
      System.err.printf("round %d: mean error %.4f%n", round, sum / pieces.size());
    }
  }

  private static void write(Path table, UnitClasses classes, float[] weights) throws IOException {
    try (OutputStream file = Files.newOutputStream(table);
        DataOutputStream out = new DataOutputStream(new GZIPOutputStream(file))) {
      out.writeShort(classes.count());
      for (int unit = 0; unit < 1 << Character.SIZE; unit++) {
        out.writeShort(classes.own(unit));
      }
      for (int unit = 0; unit < 1 << Character.SIZE; unit++) {
        out.writeByte(classes.neighbour(unit));
      }
      int[][] rows = rows();
      for (int[] column : rows) {
        for (int part : column) {
          out.writeShort(part);
        }
      }
      for (int own = 0; own < classes.count(); own++) {
        for (int before = 0; before < EstimatorCells.NEIGHBOURS; before++) {
          for (int next = 0; next < EstimatorCells.NEIGHBOURS; next++) {
            double weight = weights[EstimatorCells.numbered(before, own, next)];
            out.writeByte((int) Math.min(255, Math.round(144 * Math.sqrt(weight))));
          }
        }
      }
    }
  }

  /** Of every unit what a very long row has per unit, and what shorter rows have beside. */
  private static int[][] rows() {
    int[][] rows = new int[2][1 << Character.SIZE];
    ExactCounter exact = ExactCounter.builtIn();
    for (int unit = 0; unit < rows[0].length; unit++) {
      String one = String.valueOf((char) unit);
      double rate = exact.count(one.repeat(VERY_LONG_ROW)) / (double) VERY_LONG_ROW;
      double beside = 0;
      int lengths = 0;
      for (int length = TokenEstimator.ROW; length < 8 * TokenEstimator.ROW; length += 29) {
        beside += exact.count(one.repeat(length)) - rate * length;
        lengths++;
      }
      rows[0][unit] = part(rate);
      rows[1][unit] = part(beside / lengths);
    }
    return rows;
  }

  private static int part(double tokens) {
    return (int) Math.max(0, Math.min(0xFFFF, Math.round(tokens * EstimatorCells.ONE)));
  }
}
