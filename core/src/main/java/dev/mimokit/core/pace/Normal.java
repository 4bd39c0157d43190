package dev.mimokit.core.pace;

import java.util.SplittableRandom;

/** Draws from the standard normal distribution, the same on every machine and JDK. */
final class Normal {

  private Normal() {}

  /** Box-Muller in strict arithmetic. */
  static double draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
