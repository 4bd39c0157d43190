package dev.mimokit.core.plan;

/**
 * The share of calls that find all of {@code servers} taken and go away [1]. The length of a stay
 * counts by its mean alone, so two limits obey it exactly when calls come at random and are not
 * repeated: a sliding log of R requests in W, where every request stays for W, with the mean number
 * of calls in W as load; and a concurrency limit, with call rate times mean duration as load.
 *
 * <p>[1] A. K. Erlang, 1917; insensitivity: B. A. Sevastyanov, 1957.
 */
public final class ErlangB {

  private ErlangB() {}

  /**
   * The share refused, 0 to 1.
   *
   * @param servers at least 1
   * @param erlangs mean number of calls that would be there without a limit, at least 0
   */
  public static double refusedShare(int servers, double erlangs) {
    Check.atLeastOne("servers", servers);
    Check.load("erlangs", erlangs);
    double refused = 1;
    for (int server = 1; server <= servers; server++) {
      refused = erlangs * refused / (server + erlangs * refused);
    }
    return refused;
  }
}
