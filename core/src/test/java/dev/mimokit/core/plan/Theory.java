package dev.mimokit.core.plan;

/** Textbook formulas, each by its definition. */
final class Theory {

  private Theory() {}

  /** Share of requests lost by c servers that are offered a erlangs. */
  static double erlangB(int servers, double offered) {
    double blocked = 1;
    for (int i = 1; i <= servers; i++) {
      blocked = offered * blocked / (i + offered * blocked);
    }
    return blocked;
  }

  /** Share of Poisson requests beyond the limit of their window: E(N - limit)+ over E N. */
  static double overflow(int limit, double mean) {
    double term = Math.exp(-mean);
    double kept = 0;
    double below = 0;
    for (int n = 0; n < limit; n++) {
      kept += n * term;
      below += term;
      term *= mean / (n + 1);
    }
    return 1 - (kept + limit * (1 - below)) / mean;
  }

  /** Mean wait before one server of constant service time, by Pollaczek and Khinchine. */
  static double waitOfMD1(double load, double service) {
    return load * service / (2 * (1 - load));
  }
}
