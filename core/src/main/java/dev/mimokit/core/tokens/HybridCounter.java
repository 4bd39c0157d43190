package dev.mimokit.core.tokens;

/**
 * Counts exactly what is short, and estimates what is long with a correction of its own: the text's
 * ratio of exact to estimated tokens, taken from windows spread over it. Immutable and thread-safe;
 * the same text always has the same count.
 *
 * <p>The estimator errs by kind of text, the same way throughout a document; so what it is off by
 * in a sample it is off by in the whole. The windows stand one in each of {@value #WINDOWS} equal
 * parts, at a place in it that depends on the length of the text alone, so that no pattern of the
 * text falls in step with them.
 */
public final class HybridCounter implements TokenCounter {

  /** What is exact at least: about a millisecond of work. */
  public static final int DEFAULT_BOUND = 64 * 1024;

  /**
   * The deviation that 95 of 100 longer texts stay within, as a share of the exact count: see
   * docs/tokens.md.
   */
  public static final double LONG_TEXT_ERROR = 0.03;

  static final int WINDOWS = 32;

  private static final int WINDOW = 1024;

  private final ExactCounter exact;
  private final TokenEstimator estimator;
  private final int bound;

  /** Counts texts of up to {@link #DEFAULT_BOUND} UTF-16 units exactly. */
  public HybridCounter(ExactCounter exact, TokenEstimator estimator) {
    this(exact, estimator, DEFAULT_BOUND);
  }

  /**
   * @param bound the longest text that is counted exactly, UTF-16 units, at least 65,536
   */
  public HybridCounter(ExactCounter exact, TokenEstimator estimator, int bound) {
    if (bound < DEFAULT_BOUND) {
      throw new IllegalArgumentException("bound must be at least " + DEFAULT_BOUND + ": " + bound);
    }
    this.exact = exact;
    this.estimator = estimator;
    this.bound = bound;
  }

  @Override
  public long count(CharSequence text) {
    return isExact(text) ? exact.count(text) : sampled(text);
  }

  @Override
  public boolean isExact(CharSequence text) {
    return text.length() <= bound;
  }

  private long sampled(CharSequence text) {
    long counted = 0;
    long estimated = 0;
    long part = text.length() / WINDOWS;
    for (int i = 0; i < WINDOWS; i++) {
      int from = (int) (i * part + place(text.length(), i, part - WINDOW));
      CharSequence window = text.subSequence(from, from + WINDOW);
      counted += exact.count(window);
      estimated += estimator.tokens(window);
    }
    return Math.round((double) estimator.tokens(text) * counted / estimated);
  }

  /** A place below {@code places} that looks like chance. */
  private static long place(long length, int window, long places) {
    long mixed = (length * WINDOWS + window) * 0x9E3779B97F4A7C15L;
    return Math.floorMod(mixed ^ (mixed >>> 32), places);
  }
}
