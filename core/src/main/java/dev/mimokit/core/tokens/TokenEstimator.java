package dev.mimokit.core.tokens;

import static dev.mimokit.core.tokens.EstimatorTable.kind;
import static dev.mimokit.core.tokens.EstimatorTable.weight;

/**
 * Says about how many tokens a text has, in one pass and without allocation, and how far off that
 * may be. Immutable and thread-safe; {@link Accumulator} is not.
 *
 * <p><b>Design.</b> The exact count needs a search in the vocabulary per word. But where a token
 * starts is mostly decided by neighbours: after a space nearly always, inside a word seldom, at a
 * digit always. So every UTF-16 unit adds a learned weight, the expected number of tokens that
 * start there, looked up by its class and those of the units before and behind it:
 *
 * <pre>
 *   O    n    _    t    h    e    _    7    7    t    h    _    d    a    y      On_the_77th_day
 *   weights between 0 and about 1 for each unit, added up: 7, exact 7
 * </pre>
 *
 * As itself a unit has one of some 700 classes: letters of alphabets and ASCII signs one by one;
 * kana, Han and Hangul by how many tokens started there. As a neighbour it has one of 64; letters
 * of all alphabets share 26 of them, since they never meet in a word. Per unit that is two loads of
 * small tables, and no branch.
 *
 * <p>Long rows of one unit, as in ruled lines, are another matter: what they cost is not decided by
 * neighbours, since there are tokens of 2, 4 or 64 of some signs. From {@value #ROW} on a row is
 * taken as a whole, by a rate of its unit. They are found by a look at every sixteenth place.
 *
 * <p><b>Where the table comes from.</b> {@code Calibration}, in core's tests, learns it from the
 * packages that core/src/calibration names: exact token starts in the Qwen2.5 vocabulary averaged
 * per cell, then refined against the relative error of pieces of 1,000 units.
 *
 * <p><b>Error</b> on packages that it was not learned from: by category in docs/tokens.md, with the
 * commands. Short texts are less sure, so the stated error covers the <em>worst</em> category at
 * its length: {@code 0.12 + 0.9 / sqrt(tokens)}. Scripts that are not in that table were not
 * measured, and text that is not in NFC is estimated as it stands.
 */
public final class TokenEstimator {

  private static final double LONG_TEXT_ERROR = 0.12;
  private static final double SHORT_TEXT_ERROR = 0.9;

  /** Units of the shortest row that is taken as a whole. */
  static final int ROW = 32;

  /** A row of that length has a place divisible by this, and as many units from there on. */
  private static final int STRIDE = ROW / 2;

  /** What stands before the first unit and behind the last. */
  static final char BORDER = '\n';

  /** Instances are alike; the first use loads the table they share, some milliseconds. */
  public TokenEstimator() {}

  /** The estimate with its error; an empty text has exactly 0 tokens. */
  public TokenCount estimate(CharSequence text) {
    return stated(tokens(text));
  }

  /** The estimate alone, without allocation; at least 1 unless the text is empty. */
  public long tokens(CharSequence text) {
    int length = text.length();
    if (length == 0) {
      return 0;
    }
    long sum = 0;
    int before = kind(BORDER);
    int unit = kind(text.charAt(0));
    for (int i = 1; i < length; i++) {
      int next = kind(text.charAt(i));
      sum += weight(before, unit, next);
      before = unit;
      unit = next;
    }
    sum += weight(before, unit, kind(BORDER));
    return rounded(sum + rows(text), text.length());
  }

  /** What the long rows of a text add to the sum of the weights of their units. */
  private static long rows(CharSequence text) {
    long more = 0;
    int handled = 0;
    for (int at = 0; at + STRIDE <= text.length(); at += STRIDE) {
      char unit = text.charAt(at);
      if (unit == text.charAt(at + STRIDE - 1) && unit == text.charAt(at + 1) && at >= handled) {
        int begin = at;
        while (begin > handled && text.charAt(begin - 1) == unit) {
          begin--;
        }
        handled = at + 1;
        while (handled < text.length() && text.charAt(handled) == unit) {
          handled++;
        }
        more += handled - begin < ROW ? 0 : row(text, begin, handled);
      }
    }
    return more;
  }

  private static long row(CharSequence text, int begin, int end) {
    char unit = text.charAt(begin);
    int kind = kind(unit);
    int before = kind(begin == 0 ? BORDER : text.charAt(begin - 1));
    int next = kind(end == text.length() ? BORDER : text.charAt(end));
    int length = end - begin;
    return EstimatorTable.row(unit, length)
        - weight(before, kind, kind)
        - (length - 2L) * weight(kind, kind, kind)
        - weight(kind, kind, next);
  }

  /**
   * The estimate of UTF-8 bytes, the same as of the decoded text. Bytes that are not UTF-8 are
   * taken as replacement characters, one each.
   */
  public TokenCount estimateUtf8(byte[] bytes, int offset, int length) {
    Accumulator sum = accumulator();
    Utf8.decode(bytes, offset, length, sum::add);
    return sum.estimate();
  }

  /** Starts an estimate of a text that arrives in pieces. */
  public Accumulator accumulator() {
    return new Accumulator();
  }

  private static TokenCount stated(long tokens) {
    return new TokenCount(tokens, relativeErrorP95(tokens));
  }

  /** The error that is stated with an estimate of so many tokens, at least 0. */
  public static double relativeErrorP95(long tokens) {
    return tokens == 0 ? 0 : LONG_TEXT_ERROR + SHORT_TEXT_ERROR / Math.sqrt((double) tokens);
  }

  private static long rounded(long sum, long units) {
    long tokens = (sum + EstimatorCells.ONE / 2) / EstimatorCells.ONE;
    return units == 0 ? 0 : Math.max(1, tokens);
  }

  /**
   * The estimate of a text that arrives in pieces; wherever it was cut, the result is that of the
   * whole text. For one thread.
   */
  public static final class Accumulator {

    private long sum;
    private long units;
    private int before;
    private int unit = kind(BORDER);
    private char last;

    /** Units of the row of {@code last} so far, and the sum of all before it. */
    private long row;

    private long beforeRow;

    private Accumulator() {}

    /** Takes the next piece. */
    public void add(CharSequence piece) {
      for (int i = 0; i < piece.length(); i++) {
        add(piece.charAt(i));
      }
    }

    /** Takes the next UTF-16 unit. */
    public void add(char next) {
      int kind = kind(next);
      if (units > 0) {
        sum += weight(before, unit, kind);
      }
      if (next != last || units == 0) {
        sum = withRow(sum);
        beforeRow = sum;
        row = 0;
      }
      row++;
      before = unit;
      unit = kind;
      last = next;
      units++;
    }

    private long withRow(long weights) {
      return row < ROW ? weights : beforeRow + EstimatorTable.row(last, row);
    }

    /** The estimate of all that was taken so far. */
    public TokenCount estimate() {
      long weights = sum + weight(before, unit, kind(BORDER));
      return stated(units == 0 ? 0 : rounded(withRow(weights), units));
    }
  }
}
