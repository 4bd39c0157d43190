package dev.mimokit.core.retry;

import java.util.random.RandomGenerator;

/** A random source that always draws the same place of the span: 0 its start, 1 its end. */
record Fraction(double place) implements RandomGenerator {

  static final Fraction LOWEST = new Fraction(0);
  static final Fraction MIDDLE = new Fraction(0.5);
  static final Fraction HIGHEST = new Fraction(1);

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("only bounded draws");
  }

  @Override
  public long nextLong(long bound) {
    return Math.min(bound - 1, (long) (place * (bound - 1)));
  }
}
