package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.WindowKind;
import io.github.bucket4j.Bucket;
import java.time.Duration;
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
 * <p>{@code ./mimokit bench limiter}, or with few iterations {@code ./mimokit bench limiter
 * --quick}. Bytes per operation are in {@code gc.alloc.rate.norm}: 0 is the target for ours.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class RejectBenchmark {

  private static final Duration LONG = Duration.ofDays(1);

  private final QuotaLimiter limiter = full();
  private final Bucket requests = empty();

  private static QuotaLimiter full() {
    long now = System.nanoTime();
    QuotaLimiter limiter =
        new QuotaLimiter(new Quota(100, 10_000_000, 1_000, LONG, WindowKind.SLIDING_LOG), now);
    for (int i = 0; i < 100; i++) {
      limiter.tryAcquire(now, 1);
    }
    return limiter;
  }

  private static Bucket empty() {
    Bucket bucket =
        Bucket.builder().addLimit(limit -> limit.capacity(100).refillGreedy(100, LONG)).build();
    bucket.tryConsumeAsMuchAsPossible();
    return bucket;
  }

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
}
