package dev.mimokit.core.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What a client does with the wait that a server asks for (Retry-After, RFC 9110 10.2.3). */
public sealed interface RetryAfterUse {

  /** The wait to keep, at least {@code askedNanos} if it is obeyed. */
  long delayNanos(long askedNanos, long backoffNanos, RandomGenerator random);

  /** The backoff alone decides. */
  record Ignore() implements RetryAfterUse {
    @Override
    public long delayNanos(long askedNanos, long backoffNanos, RandomGenerator random) {
      return backoffNanos;
    }
  }

  /**
   * Never earlier than asked, and at least {@code floor}, because a server may ask for 0; spread
   * over {@code jitter} on top, because everybody refused together was asked for the same instant.
   */
  record Obey(Duration floor, Duration jitter) implements RetryAfterUse {

    /** Refuses negative times. */
    public Obey {
      if (floor.isNegative() || jitter.isNegative()) {
        throw new IllegalArgumentException(
            "floor and jitter must not be negative: " + floor + ", " + jitter);
      }
    }

    /** Exactly as asked. */
    public static Obey exactly() {
      return new Obey(Duration.ZERO, Duration.ZERO);
    }

    @Override
    public long delayNanos(long askedNanos, long backoffNanos, RandomGenerator random) {
      long kept = Math.max(askedNanos, floor.toNanos());
      long spread = Jitter.uniform(0, jitter.toNanos(), random);
      return kept > Long.MAX_VALUE - spread ? Long.MAX_VALUE : kept + spread;
    }
  }

  /**
   * Never earlier than asked, and later by up to {@code share} of it: a short wait is spread
   * little, a long one more.
   *
   * @param share of the wait that was asked for; at least 0
   */
  record ObeyAndSpread(double share) implements RetryAfterUse {

    /** Refuses what is not a finite number of at least 0. */
    public ObeyAndSpread {
      if (!(share >= 0 && share < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("share must be at least 0: " + share);
      }
    }

    @Override
    public long delayNanos(long askedNanos, long backoffNanos, RandomGenerator random) {
      long spread = Jitter.uniform(0, (long) (askedNanos * share), random);
      return askedNanos > Long.MAX_VALUE - spread ? Long.MAX_VALUE : askedNanos + spread;
    }
  }

  /**
   * As asked, but never longer than {@code longest}: earlier than asked whenever that is exceeded.
   */
  record Clamp(Duration longest) implements RetryAfterUse {

    /** Refuses negative times. */
    public Clamp {
      if (longest.isNegative()) {
        throw new IllegalArgumentException("longest must not be negative: " + longest);
      }
    }

    @Override
    public long delayNanos(long askedNanos, long backoffNanos, RandomGenerator random) {
      return Math.max(0, Math.min(askedNanos, longest.toNanos()));
    }
  }
}
