package dev.mimokit.bench.ratio;

/*
 * The subject and a second run of the other take turns between slices of the other:
 *
 *   // A the other, S the subject
 *   //   A  S  A  A  A
 *   //   |  |  |  |  after, and before of the next round
 *   //   |  |  |  again
 *   //   |  |  between
 *   //   |  subject
 *   //   before
 *
 * Each is compared with the mean of its neighbours, so that a machine that becomes steadily slower changes neither
 * ratio. A against A would be exactly 1 on a machine that does nothing else: what it is instead is the error of S
 * against A.
 */
/** Times of an operation in nanoseconds, in the order in which they were measured. */
record Round(double before, double subject, double between, double again, double after) {

  private static final double BOTH = 2;

  /** The subject's time as a multiple of the other's. */
  double cost() {
    return subject / ((before + between) / BOTH);
  }

  /** The other's time as a multiple of its own. */
  double control() {
    return again / ((between + after) / BOTH);
  }
}
