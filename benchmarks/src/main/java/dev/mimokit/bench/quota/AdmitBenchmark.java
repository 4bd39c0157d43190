package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Lease;
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
 * What does it cost to admit a request under all three limits and to settle it?
 *
 * <p>{@code ./mimokit bench limiter}, or with few iterations {@code ./mimokit bench limiter
 * --quick}.
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

  private static final int TOKENS = 1_000;
  private static final long PER_SECOND = 1_000_000_000L;
  private static final long PLENTY = Long.MAX_VALUE / 4;

  private final QuotaLimiter limiter =
      new QuotaLimiter(
          new Quota(
              Integer.MAX_VALUE,
              Long.MAX_VALUE,
              Integer.MAX_VALUE,
              Duration.ofNanos(2_000),
              WindowKind.SLIDING_LOG),
          System.nanoTime());
  private final Bucket requests = plenty();
  private final Bucket tokens = plenty();

  private static Bucket plenty() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PLENTY).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
        .build();
  }

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

  private boolean admitSettle() {
    long now = System.nanoTime();
    Admission admission = limiter.tryAcquire(now, TOKENS);
    return admission instanceof Lease lease && lease.settle(now, TOKENS - 10);
  }

  private boolean pair() {
    if (!requests.tryConsume(1)) {
      return false;
    }
    if (!tokens.tryConsume(TOKENS)) {
      requests.addTokens(1);
      return false;
    }
    return true;
  }
}
