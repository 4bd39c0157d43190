package dev.mimokit.load.scenario;

/**
 * When virtual users arrive.
 *
 * @param jobs BURST: users at once; STEADY and OPEN: arrivals over the whole load, about; CLOSED:
 *     the most calls offered, about. At least 1, at most 99,999
 * @param spacingMillis from one arrival to the next of a STEADY load, at least 1; else 0
 */
public record Arrivals(Shape shape, int jobs, long spacingMillis) {

  private static final int MOST = 99_999;

  /** Refuses what could not run. */
  public Arrivals {
    if (jobs < 1 || jobs > MOST) {
      throw new IllegalArgumentException("jobs must be within [1, " + MOST + "]: " + jobs);
    }
    if ((shape == Shape.STEADY) != (spacingMillis > 0)) {
      throw new IllegalArgumentException(
          "spacingMillis must be positive in steady loads and 0 in others: " + spacingMillis);
    }
  }

  /** Arrivals of any shape but {@link Shape#STEADY}. */
  public static Arrivals of(Shape shape, int jobs) {
    return new Arrivals(shape, jobs, 0);
  }

  /** A constant rate. */
  public static Arrivals steady(int jobs, long spacingMillis) {
    return new Arrivals(Shape.STEADY, jobs, spacingMillis);
  }
}
