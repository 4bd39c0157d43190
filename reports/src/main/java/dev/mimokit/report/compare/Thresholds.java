package dev.mimokit.report.compare;

/**
 * How much worse a figure may become.
 *
 * @param share of times, throughput and the like, as a share of the base: 0.10 by default, because
 *     the forks of one program on a shared machine differ by some per cent
 * @param allocationShare of allocated bytes: 0.01 by default, because they hardly vary
 * @param allocationBytes the least difference of allocated bytes that counts: 1 by default, because
 *     what a fork allocates once is spread over its operations
 */
public record Thresholds(double share, double allocationShare, double allocationBytes) {

  /** The defaults. */
  public static final Thresholds DEFAULT = new Thresholds(0.10, 0.01, 1);

  /** Refuses negative ones. */
  public Thresholds {
    if (!(share >= 0 && allocationShare >= 0 && allocationBytes >= 0)) {
      throw new IllegalArgumentException(
          "thresholds must not be negative: "
              + share
              + ", "
              + allocationShare
              + ", "
              + allocationBytes);
    }
  }

  /** The same with another share for what is not allocation. */
  public Thresholds withShare(double newShare) {
    return new Thresholds(newShare, allocationShare, allocationBytes);
  }

  /** The most that {@code base} bytes may grow or shrink by without being judged. */
  double allocation(double base) {
    return Math.max(allocationBytes, allocationShare * base);
  }
}
