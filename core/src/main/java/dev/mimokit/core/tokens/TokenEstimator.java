package dev.mimokit.core.tokens;

/**
 * Says about how many tokens a text has, in one pass and without allocation, and how far off that
 * may be. Immutable and thread-safe; {@link Accumulator} is not.
 *
 * <p><b>Design.</b> The exact count needs a byte-pair merge per word. But where a token starts is
 * mostly decided by neighbours: after a space nearly always, inside a word seldom, at a digit
 * always. So every UTF-16 unit adds a learned weight, the expected number of tokens that start
 * there, looked up by its class and the class of the unit before it:
 *
 * <pre>
 *   O    n    _    t    h    e    _    7    7    t    h    _    d    a    y      On_the_77th_day
 *  .89  .00  .93  .00  .00  .00  .93 1.01 1.00 1.07  .00  .89  .03  .16  .00    sum 6.9, exact 7
 * </pre>
 *
 * There are 193 classes: each printable ASCII character but the digits, Cyrillic letters one by
 * one, other scripts by block, and kana, Han and Hangul by how often the vocabulary holds them
 * inside longer tokens. A unit that repeats the two before it has a weight of its own: runs of one
 * symbol are where neighbour tables fail.
 *
 * <p><b>Where the table comes from.</b> Exact token starts in the Qwen2.5 vocabulary (that of
 * dashscope-sdk-java 2.22.13, text in NFC; the counts agreed with jtokkit 1.1.0 on each of 3,000
 * documents drawn), 28 million characters in 17 categories: English and ten other languages in
 * Latin script, Chinese, Japanese, Korean, Russian, Arabic, Persian, Greek and Hindi documentation
 * and sayings, with only lines dense in the script kept; JDK sources, Python and C, HTML, JSON,
 * Markdown, and random digits, hex, base64, emoji and tables. Weights began as averages and were
 * then refined by gradient descent on the relative error of 250-character pieces.
 *
 * <p><b>Error</b>, on 5,558 documents of at least 50 tokens, from other packages than the table was
 * learned from where the language allowed it: p50 2.4 %, p95 8.4 %; of at least 1,000 tokens p50
 * 1.7 %, p95 7.1 %. By category p50 / p95 %: en 2.1 / 6.8, zh 2.2 / 7.1, ja 2.2 / 6.4, ko 3.3 /
 * 10.1, ru 2.6 / 8.5, German, Spanish and French 4.9 / 12.6 (mean -5.6), Hindi 1.8 / 5.4, java 2.2
 * / 8.4, python and C 3.2 / 9.3, html 3.8 / 7.7, json 1.1 / 3.2, markdown 1.2 / 8.2, base64 0.3 /
 * 1.6, digits 0.0 / 0.2. Short texts are less sure, so the stated error covers the <em>worst</em>
 * category at its length: {@code 0.12 + 0.75 / sqrt(tokens)}, where pieces of 5-9, 20-49, 100-199
 * and 500-999 tokens measured 0.40, 0.22, 0.17 and 0.14. Scripts not named above were not measured,
 * and text that is not in NFC is estimated as it stands.
 */
public final class TokenEstimator {

  private static final double LONG_TEXT_ERROR = 0.12;
  private static final double SHORT_TEXT_ERROR = 0.75;

  private static final char TEXT_START = '\n';
  private static final char NOTHING = '\0';

  private final EstimatorTable table = EstimatorTable.load();

  /** Loads the table, a few milliseconds; keep and share the instance. */
  public TokenEstimator() {}

  /** The estimate with its error; an empty text has exactly 0 tokens. */
  public TokenCount estimate(CharSequence text) {
    return stated(tokens(text));
  }

  /** The estimate alone, without allocation; at least 1 unless the text is empty. */
  public long tokens(CharSequence text) {
    long sum = 0;
    char before = TEXT_START;
    char beforeThat = NOTHING;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      sum += table.weight(unit, before, beforeThat);
      beforeThat = before;
      before = unit;
    }
    return rounded(sum, text.length());
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
    return new Accumulator(table);
  }

  private static TokenCount stated(long tokens) {
    return new TokenCount(tokens, relativeErrorP95(tokens));
  }

  /** The error that is stated with an estimate of so many tokens, at least 0. */
  public static double relativeErrorP95(long tokens) {
    return tokens == 0 ? 0 : LONG_TEXT_ERROR + SHORT_TEXT_ERROR / Math.sqrt((double) tokens);
  }

  private static long rounded(long sum, long units) {
    long tokens = (sum + EstimatorTable.ONE / 2) / EstimatorTable.ONE;
    return units == 0 ? 0 : Math.max(1, tokens);
  }

  /**
   * The estimate of a text that arrives in pieces; wherever it was cut, the result is that of the
   * whole text. For one thread.
   */
  public static final class Accumulator {

    private final EstimatorTable table;
    private long sum;
    private long units;
    private char before = TEXT_START;
    private char beforeThat = NOTHING;

    private Accumulator(EstimatorTable table) {
      this.table = table;
    }

    /** Takes the next piece. */
    public void add(CharSequence piece) {
      for (int i = 0; i < piece.length(); i++) {
        add(piece.charAt(i));
      }
    }

    /** Takes the next UTF-16 unit. */
    public void add(char unit) {
      sum += table.weight(unit, before, beforeThat);
      beforeThat = before;
      before = unit;
      units++;
    }

    /** The estimate of all that was taken so far. */
    public TokenCount estimate() {
      return stated(rounded(sum, units));
    }
  }
}
