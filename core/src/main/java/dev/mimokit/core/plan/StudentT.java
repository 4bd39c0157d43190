package dev.mimokit.core.plan;

/** Quantiles of Student's t distribution. */
final class StudentT {

  private static final double[] BY_DEGREES = {
    12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
    2.228139, 2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922,
    2.093024, 2.085963, 2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831,
    2.048407, 2.045230, 2.042272
  };

  private static final double NORMAL = 1.959963984540054;

  private StudentT() {}

  /** Below which 97.5 % lie; from 31 degrees by its expansion around the normal distribution. */
  static double quantile975(int degrees) {
    if (degrees < 1) {
      throw new IllegalArgumentException("degrees of freedom must be at least 1: " + degrees);
    }
    return degrees <= BY_DEGREES.length ? BY_DEGREES[degrees - 1] : expanded(degrees);
  }

  /** Abramowitz and Stegun, 26.7.5. */
  private static double expanded(double degrees) {
    double z = NORMAL;
    double z3 = z * z * z;
    double z5 = z3 * z * z;
    double first = (z3 + z) / 4;
    double second = (5 * z5 + 16 * z3 + 3 * z) / 96;
    double third = (3 * z5 * z * z + 19 * z5 + 17 * z3 - 15 * z) / 384;
    return z + first / degrees + second / (degrees * degrees) + third / Math.pow(degrees, 3);
  }
}
