package dev.mimokit.core.sim;

/** Chooses the quota unit of a request. */
final class Router {

  private final Dispatch dispatch;
  private final Draws draws;
  private final long salt;
  private final int[] load;
  private int turn;

  Router(Dispatch dispatch, int units, Draws draws) {
    this.dispatch = dispatch;
    this.draws = draws;
    this.salt = draws.bits();
    this.load = new int[units];
  }

  /** The unit of the next request, which then waits or is in flight there. */
  int enter() {
    int unit = choose();
    load[unit]++;
    return unit;
  }

  /** A request neither waits nor is in flight any more. */
  void leave(int unit) {
    load[unit]--;
  }

  private int choose() {
    if (dispatch instanceof Dispatch.Sticky sticky) {
      return home(draws.below(sticky.sessions()));
    }
    return dispatch instanceof Dispatch.LeastLoaded ? leastLoaded() : inTurn();
  }

  private int home(int session) {
    return (int) Math.floorMod(Seeds.mix(salt + session), (long) load.length);
  }

  private int inTurn() {
    int unit = turn;
    turn = unit + 1 == load.length ? 0 : unit + 1;
    return unit;
  }

  private int leastLoaded() {
    int best = 0;
    for (int i = 1; i < load.length; i++) {
      if (load[i] < load[best]) {
        best = i;
      }
    }
    return best;
  }
}
