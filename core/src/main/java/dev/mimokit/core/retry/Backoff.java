package dev.mimokit.core.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt when the server names no wait. Immutable. */
public sealed interface Backoff {

  /** Nanoseconds to wait after {@code refusal}. */
  long delayNanos(Refusal refusal, RandomGenerator random);

  /** The same wait every time; zero is a hot loop. */
  record Constant(Duration delay) implements Backoff {

    /** Refuses negative delays. */
    public Constant {
      requireNotNegative("delay", delay);
    }

    @Override
    public long delayNanos(Refusal refusal, RandomGenerator random) {
      return delay.toNanos();
    }
  }

  /** {@code base x factor^(attempts - 1)}, at most {@code cap}, spread by {@code jitter}. */
  record Exponential(Duration base, double factor, Duration cap, Jitter jitter) implements Backoff {

    /** Refuses negative times, a cap below the base and factors below 1. */
    public Exponential {
      requireNotNegative("base", base);
      if (cap.compareTo(base) < 0) {
        throw new IllegalArgumentException("cap " + cap + " must not be below base " + base);
      }
      if (!(factor >= 1)) {
        throw new IllegalArgumentException("factor must be at least 1: " + factor);
      }
    }

    @Override
    public long delayNanos(Refusal refusal, RandomGenerator random) {
      double grown = base.toNanos() * Math.pow(factor, refusal.attempts() - 1);
      long delay = Math.min(cap.toNanos(), (long) grown);
      return jitter.spread(
          delay, base.toNanos(), cap.toNanos(), refusal.previousDelayNanos(), random);
    }
  }

  private static void requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative: " + value);
    }
  }
}
