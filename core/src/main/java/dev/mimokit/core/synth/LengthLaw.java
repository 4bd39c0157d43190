package dev.mimokit.core.synth;

/**
 * How long drawn replies are: lognormal, so a few are much longer than most.
 *
 * @param medianContent half of the answers have fewer tokens
 * @param sigma spread; at 0.6 one in twenty is 2.7 times the median, at 0 all are equal
 * @param medianReasoning half of the thoughts have fewer tokens
 */
public record LengthLaw(double medianContent, double sigma, double medianReasoning) {

  /** What holds unless somebody chooses (ASSUMED). */
  public static final LengthLaw DEFAULT = new LengthLaw(60, 0.6, 30);

  private static final double WIDEST = 5;

  /** Refuses medians below 1 and a spread outside 0..5. */
  public LengthLaw {
    if (!(medianContent >= 1 && medianReasoning >= 1)) {
      throw new IllegalArgumentException(
          "medians must be at least 1: " + medianContent + ", " + medianReasoning);
    }
    if (!(sigma >= 0 && sigma <= WIDEST)) {
      throw new IllegalArgumentException("sigma must be within 0..5: " + sigma);
    }
  }
}
