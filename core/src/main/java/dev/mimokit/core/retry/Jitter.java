package dev.mimokit.core.retry;

import java.util.random.RandomGenerator;

/**
 * How a backoff's delay is spread, so that clients refused together do not return together. Names
 * as in the literature on exponential backoff.
 */
public enum Jitter {
  /** The delay itself. */
  NONE {
    @Override
    long spread(long delay, long base, long cap, long previous, RandomGenerator random) {
      return delay;
    }
  },
  /** Uniform in [0, delay]. */
  FULL {
    @Override
    long spread(long delay, long base, long cap, long previous, RandomGenerator random) {
      return uniform(0, delay, random);
    }
  },
  /** Half the delay, and uniform in the other half: never hot, still spread. */
  EQUAL {
    @Override
    long spread(long delay, long base, long cap, long previous, RandomGenerator random) {
      return uniform(delay / 2, delay, random);
    }
  },
  /** Uniform in [base, 3 x previous delay], at most the cap: grows by itself. */
  DECORRELATED {
    @Override
    long spread(long delay, long base, long cap, long previous, RandomGenerator random) {
      long tripled = previous > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : 3 * previous;
      return Math.min(cap, uniform(base, Math.max(base, tripled), random));
    }
  };

  abstract long spread(long delay, long base, long cap, long previous, RandomGenerator random);

  static long uniform(long low, long high, RandomGenerator random) {
    return low >= high ? low : low + random.nextLong(high - low + 1);
  }
}
