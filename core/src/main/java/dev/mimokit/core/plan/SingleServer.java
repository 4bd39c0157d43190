package dev.mimokit.core.plan;

/**
 * Calls that come at random and wait in one line for one server that takes each equally long: a
 * queue before a bucket that holds a single permit (M/D/1) [1].
 *
 * <p>[1] F. Pollaczek, 1930; A. Khinchine, 1932.
 */
public final class SingleServer {

  private SingleServer() {}

  /**
   * The mean wait of all calls, in the unit of {@code stay}; infinite when more comes than can be
   * served.
   *
   * @param load share of the time that the server is taken, at least 0
   * @param stay how long it is taken by each call
   */
  public static double meanWait(double load, double stay) {
    Check.load("load", load);
    Check.load("stay", stay);
    return load >= 1 ? Double.POSITIVE_INFINITY : load * stay / (2 * (1 - load));
  }
}
