package dev.mimokit.core.plan;

/**
 * One upper bound of a service level.
 *
 * @param text as it was written, such as {@code p99wait<=1s}
 * @param strict whether the bound itself is too much
 * @param most seconds, share or count, as the measure is
 */
public record Bound(String text, Measure measure, boolean strict, double most) {

  /** Refuses bounds that nothing meets. */
  public Bound {
    if (!(strict ? most > 0 : most >= 0)) {
      throw new IllegalArgumentException("nothing meets " + text);
    }
  }

  /** Whether a measured value meets it; an undefined one never does. */
  public boolean isMetBy(double value) {
    return strict ? value < most : value <= most;
  }
}
