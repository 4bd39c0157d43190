package dev.mimokit.core.plan;

/**
 * How many are there at once: as many as come in the time that one stays [1].
 *
 * <p>[1] J. D. C. Little, A proof for the queuing formula L = λW, 1961.
 */
public final class Little {

  private Little() {}

  /** Mean number in flight. */
  public static double inFlight(double callsPerSecond, double secondsPerCall) {
    Check.load("callsPerSecond", callsPerSecond);
    Check.load("secondsPerCall", secondsPerCall);
    return callsPerSecond * secondsPerCall;
  }
}
