package dev.mimokit.core.plan;

/** What the formulas of this room refuse. */
final class Check {

  private Check() {}

  static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
  }

  /** Refuses negative, infinite and undefined values. */
  static void load(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be a finite number of at least 0: " + value);
    }
  }
}
