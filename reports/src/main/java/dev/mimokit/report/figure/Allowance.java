package dev.mimokit.report.figure;

import java.util.Collection;

/** Shares a page's room among its figures. */
public final class Allowance {

  private Allowance() {}

  /**
   * The most that each figure may have so that all together have at most {@code total}: figures
   * that want less leave the rest to the others (max-min fairness). At least 1.
   */
  public static int each(Collection<Integer> demands, int total) {
    int low = 1;
    int high = Math.max(1, total);
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (demands.stream().mapToLong(demand -> Math.min(demand, middle)).sum() <= total) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
