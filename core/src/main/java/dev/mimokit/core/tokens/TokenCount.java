package dev.mimokit.core.tokens;

/**
 * A number of tokens and how far it may be off.
 *
 * @param tokens at least 0
 * @param relativeErrorP95 the deviation from the exact count, as a share of the exact count, that
 *     95 of 100 texts stay within; 0 when the count is exact
 */
public record TokenCount(long tokens, double relativeErrorP95) {

  /** Refuses negative figures and an error that is no number. */
  public TokenCount {
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + tokens);
    }
    if (!(relativeErrorP95 >= 0)) {
      throw new IllegalArgumentException(
          "relativeErrorP95 must not be negative: " + relativeErrorP95);
    }
  }

  /** A count without error. */
  public static TokenCount exact(long tokens) {
    return new TokenCount(tokens, 0);
  }

  /** Whether {@code exact} tokens are within the stated error of this count. */
  public boolean covers(long exact) {
    return Math.abs(tokens - exact) <= relativeErrorP95 * (double) exact;
  }
}
