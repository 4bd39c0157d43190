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
