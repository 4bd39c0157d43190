package dev.mimokit.bench.quota;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * What other libraries offer, in two states: with room for everything, and used up. None of them
 * knows requests, tokens and concurrency together; what is nearest is measured.
 */
final class Contenders {

  private static final long PER_SECOND = 1_000_000_000L;
  private static final long PLENTY = Long.MAX_VALUE / 4;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofDays(1);
  private static final double ONE_A_DAY = 1.0 / Duration.ofDays(1).toSeconds();

  private Contenders() {}

  /** Bucket4j, lock-free, one bandwidth. */
  static Bucket bucketWithRoom() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PLENTY).refillGreedy(PER_SECOND, SECOND))
        .build();
  }

  /** The same with 100 a day, all taken. */
  static Bucket bucketUsedUp() {
    Bucket bucket =
        Bucket.builder().addLimit(limit -> limit.capacity(100).refillGreedy(100, LONG)).build();
    bucket.tryConsumeAsMuchAsPossible();
    return bucket;
  }

  /** Requests, then tokens, giving the first back when the second refuses. */
  static boolean tryBoth(Bucket requests, Bucket tokens, long amount) {
    if (!requests.tryConsume(1)) {
      return false;
    }
    if (!tokens.tryConsume(amount)) {
      requests.addTokens(1);
      return false;
    }
    return true;
  }

  /** Resilience4j's atomic limiter: fixed cycles. */
  static io.github.resilience4j.ratelimiter.RateLimiter resilience4jWithRoom() {
    return resilience4j(Integer.MAX_VALUE, SECOND);
  }

  /** The same with one a day, taken. */
  static io.github.resilience4j.ratelimiter.RateLimiter resilience4jUsedUp() {
    var limiter = resilience4j(1, LONG);
    limiter.acquirePermission();
    return limiter;
  }

  private static io.github.resilience4j.ratelimiter.RateLimiter resilience4j(
      int limit, Duration cycle) {
    return io.github.resilience4j.ratelimiter.RateLimiter.of(
        "benchmark",
        RateLimiterConfig.custom()
            .timeoutDuration(Duration.ZERO)
            .limitForPeriod(limit)
            .limitRefreshPeriod(cycle)
            .build());
  }

  /** Guava's smooth limiter, which takes a mutex. */
  static com.google.common.util.concurrent.RateLimiter guavaWithRoom() {
    return com.google.common.util.concurrent.RateLimiter.create(PER_SECOND);
  }

  /** The same with one a day, taken. */
  static com.google.common.util.concurrent.RateLimiter guavaUsedUp() {
    var limiter = com.google.common.util.concurrent.RateLimiter.create(ONE_A_DAY);
    var unused = limiter.tryAcquire();
    return limiter;
  }

  /** Failsafe's bursty limiter: fixed cycles. */
  static dev.failsafe.RateLimiter<Object> failsafeWithRoom() {
    return dev.failsafe.RateLimiter.burstyBuilder(PER_SECOND, SECOND).build();
  }

  /** The same with one a day, taken. */
  static dev.failsafe.RateLimiter<Object> failsafeUsedUp() {
    var limiter = dev.failsafe.RateLimiter.burstyBuilder(1, LONG).build();
    limiter.tryAcquirePermit();
    return limiter;
  }
}
