package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.QuotaLimiter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does forgetting cost: one entry a request, and a hundred in one call?
 *
 * <p>{@code ./mimokit bench limiter --jmh}. Time is counted here, not read. Both fill and empty the
 * log; the difference is the worst call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class ExpiryBenchmark {

  private static final int REQUESTS = 100;
  private static final long WINDOW_NANOS = 60_000_000_000L;

  private final QuotaLimiter limiter = Limiters.idle();
  private long now = System.nanoTime();

  /** Requests at even distances: each makes room for itself. */
  @Benchmark
  public boolean one() {
    now += WINDOW_NANOS / REQUESTS;
    return Works.admitAndSettle(limiter, now, Limiters.TOKENS);
  }

  /** A hundred at once, and a minute later a hundred and first: a score is for all of them. */
  @Benchmark
  public boolean hundredAtOnce() {
    now += WINDOW_NANOS;
    boolean all = true;
    for (int i = 0; i < REQUESTS; i++) {
      all &= Works.admitAndSettle(limiter, now, Limiters.TOKENS);
    }
    return all;
  }
}
