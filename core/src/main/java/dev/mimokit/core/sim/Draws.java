package dev.mimokit.core.sim;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws from distributions in strict arithmetic: the same on every machine and JDK. Not
 * thread-safe.
 */
final class Draws {

  private final SplittableRandom random;

  Draws(SplittableRandom random) {
    this.random = random;
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return random.nextDouble();
  }

  /** Uniform in 0..bound - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  RandomGenerator generator() {
    return random;
  }

  long bits() {
    return random.nextLong();
  }

  /** Mean 1. */
  double exponential() {
    return -StrictMath.log(1 - random.nextDouble());
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(2 * exponential());
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /**
   * Gamma with that shape and scale 1, by Marsaglia and Tsang, below shape 1 by their boost.
   *
   * @param shape positive
   */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      double cube = v * v * v;
      if (v > 0 && exponential() > -(0.5 * x * x + d - d * cube + d * StrictMath.log(cube))) {
        return d * cube;
      }
    }
  }

  /** Weibull with that shape and scale 1. */
  double weibull(double shape) {
    return StrictMath.pow(exponential(), 1 / shape);
  }
}
