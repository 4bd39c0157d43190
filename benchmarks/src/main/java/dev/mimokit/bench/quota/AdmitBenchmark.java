package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.QuotaLimiter;
import io.github.bucket4j.Bucket;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to admit a request under all three limits and to settle it?
 *
 * <p>{@code ./mimokit bench limiter --jmh}, with few iterations {@code --quick} too.
 *
 * <p>The floor is one reading of the clock, which every limiter of time needs. The contender is the
 * nearest equivalent a library offers: a bucket for requests and one for tokens, with a refund when
 * the second refuses, and without concurrency. The window is so short that the log fills and
 * expires all the time, as it does for a busy account.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class AdmitBenchmark {

  private final QuotaLimiter limiter = Limiters.busy();
  private final Bucket requests = Contenders.bucketWithRoom();
  private final Bucket tokens = Contenders.bucketWithRoom();
  private final io.github.resilience4j.ratelimiter.RateLimiter resilience4j =
      Contenders.resilience4jWithRoom();
  private final com.google.common.util.concurrent.RateLimiter guava = Contenders.guavaWithRoom();
  private final dev.failsafe.RateLimiter<Object> failsafe = Contenders.failsafeWithRoom();

  /** The floor: one reading of the clock. */
  @Benchmark
  public long clock() {
    return System.nanoTime();
  }

  /** Admit and settle, one thread. */
  @Benchmark
  public boolean admitAndSettle() {
    return admitSettle();
  }

  /** Admit and settle, two threads on one key. */
  @Benchmark
  @Threads(2)
  public boolean admitAndSettleTwoThreads() {
    return admitSettle();
  }

  /** The floor with two threads. */
  @Benchmark
  @Threads(2)
  public long clockTwoThreads() {
    return System.nanoTime();
  }

  /** Bucket4j: requests, then tokens, refunding the first. */
  @Benchmark
  public boolean bucket4jPair() {
    return pair();
  }

  /** Bucket4j, two threads on one key. */
  @Benchmark
  @Threads(2)
  public boolean bucket4jPairTwoThreads() {
    return pair();
  }

  /** Resilience4j: requests only. */
  @Benchmark
  public boolean resilience4j() {
    return resilience4j.acquirePermission();
  }

  /** Guava: requests only. */
  @Benchmark
  public boolean guava() {
    return guava.tryAcquire();
  }

  /** Failsafe: requests only. */
  @Benchmark
  public boolean failsafe() {
    return failsafe.tryAcquirePermit();
  }

  private boolean admitSettle() {
    return Works.admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS - 10);
  }

  private boolean pair() {
    return Contenders.tryBoth(requests, tokens, Limiters.TOKENS);
  }
}
