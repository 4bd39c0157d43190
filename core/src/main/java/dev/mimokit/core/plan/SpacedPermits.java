package dev.mimokit.core.plan;

/**
 * Calls that come at random, are not repeated, and are refused for one spacing after each admitted
 * call: a bucket that holds a single permit (GCRA with burst 1), a renewal process.
 */
public final class SpacedPermits {

  private SpacedPermits() {}

  /**
   * The share refused, 0 to 1.
   *
   * @param callsPerSpacing mean number of calls within one spacing, at least 0
   */
  public static double refusedShare(double callsPerSpacing) {
    Check.load("callsPerSpacing", callsPerSpacing);
    return callsPerSpacing / (1 + callsPerSpacing);
  }
}
