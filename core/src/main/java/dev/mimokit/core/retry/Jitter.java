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
  /**
   * Uniform in [base, 3 x previous delay], at most the cap: grows by itself. The first wait counts
   * as following one of base, so that it is spread too.
   */
  DECORRELATED {
    @Override
    long spread(long delay, long base, long cap, long previous, RandomGenerator random) {
      long before = Math.max(base, previous);
      long tripled = before > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : 3 * before;
      return Math.min(cap, uniform(base, tripled, random));
    }
  };

  abstract long spread(long delay, long base, long cap, long previous, RandomGenerator random);

  /**
   * Uniform in [low, high], both at least 0; the last nanosecond of the longest span is left out.
   */
  static long uniform(long low, long high, RandomGenerator random) {
    long span = high - low;
    return span <= 0 ? low : low + random.nextLong(span == Long.MAX_VALUE ? span : span + 1);
  }
}
