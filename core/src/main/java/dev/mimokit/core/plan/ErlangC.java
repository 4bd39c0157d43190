package dev.mimokit.core.plan;

/**
 * Calls that come at random and wait in one line for one of {@code servers}, each taken for an
 * exponential time [1]. For a queue before a sliding log, whose stays are all equally long, it is
 * an upper bound: waiting is less likely, and about half as long.
 *
 * <p>[1] A. K. Erlang, 1917.
 */
public final class ErlangC {

  private ErlangC() {}

  /**
   * The share of calls that wait at all, 0 to 1; 1 when more comes than can be served.
   *
   * @param servers at least 1
   * @param erlangs mean number of servers taken, at least 0
   */
  public static double waitingShare(int servers, double erlangs) {
    double lost = ErlangB.refusedShare(servers, erlangs);
    return erlangs >= servers ? 1 : servers * lost / (servers - erlangs * (1 - lost));
  }

  /**
   * The mean wait of all calls, in the unit of {@code stay}; infinite when more comes than can be
   * served.
   */
  public static double meanWait(int servers, double erlangs, double stay) {
    Check.load("stay", stay);
    double waiting = waitingShare(servers, erlangs);
    return erlangs >= servers ? Double.POSITIVE_INFINITY : waiting * stay / (servers - erlangs);
  }
}
