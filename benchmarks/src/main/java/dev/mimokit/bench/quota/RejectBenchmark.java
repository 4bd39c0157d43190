package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.Admission;
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
 * What does a refusal cost while the request limit is full: the case of a client that hammers?
 *
 * <p>{@code ./mimokit bench limiter --jmh}, with few iterations {@code --quick} too. Bytes per
 * operation are in {@code gc.alloc.rate.norm}: 0 is the target for ours.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class RejectBenchmark {

  private final QuotaLimiter limiter = Limiters.outOfRequests();
  private final Bucket requests = Contenders.bucketUsedUp();
  private final io.github.resilience4j.ratelimiter.RateLimiter resilience4j =
      Contenders.resilience4jUsedUp();
  private final com.google.common.util.concurrent.RateLimiter guava = Contenders.guavaUsedUp();
  private final dev.failsafe.RateLimiter<Object> failsafe = Contenders.failsafeUsedUp();

  /** The floor: one reading of the clock. */
  @Benchmark
  public long clock() {
    return System.nanoTime();
  }

  /** A refusal, one thread. */
  @Benchmark
  public Admission reject() {
    return limiter.tryAcquire(System.nanoTime(), 1_000);
  }

  /** A refusal, two threads hammering one key. */
  @Benchmark
  @Threads(2)
  public Admission rejectTwoThreads() {
    return limiter.tryAcquire(System.nanoTime(), 1_000);
  }

  /** The floor with two threads. */
  @Benchmark
  @Threads(2)
  public long clockTwoThreads() {
    return System.nanoTime();
  }

  /** Bucket4j's refusal, without a wait. */
  @Benchmark
  public boolean bucket4j() {
    return requests.tryConsume(1);
  }

  /** Bucket4j's refusal, two threads. */
  @Benchmark
  @Threads(2)
  public boolean bucket4jTwoThreads() {
    return requests.tryConsume(1);
  }

  /** Resilience4j's refusal. */
  @Benchmark
  public boolean resilience4j() {
    return resilience4j.acquirePermission();
  }

  /** Guava's refusal. */
  @Benchmark
  public boolean guava() {
    return guava.tryAcquire();
  }

  /** Failsafe's refusal. */
  @Benchmark
  public boolean failsafe() {
    return failsafe.tryAcquirePermit();
  }
}
