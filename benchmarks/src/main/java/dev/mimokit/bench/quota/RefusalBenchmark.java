package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.WindowKind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Does it matter which limit refuses, or over which kind of window?
 *
 * <p>{@code ./mimokit bench limiter --jmh}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class RefusalBenchmark {

  /** The limit that is used up. */
  @Param public Limit limit = Limit.RPM;

  /** The kind of window. */
  @Param public WindowKind kind = WindowKind.SLIDING_LOG;

  private QuotaLimiter limiter = Limiters.outOfRequests();

  /** Makes the limiter. */
  @Setup
  public void make() {
    limiter =
        switch (limit) {
          case RPM -> Limiters.outOfRequests(kind);
          case TPM -> Limiters.outOfTokens(kind);
          case CONCURRENCY -> Limiters.outOfFlight(kind);
        };
  }

  /** One thread. */
  @Benchmark
  public Admission refuse() {
    return limiter.tryAcquire(System.nanoTime(), Limiters.TOKENS);
  }

  /** Two threads hammering one key. */
  @Benchmark
  @Threads(2)
  public Admission refuseTwoThreads() {
    return limiter.tryAcquire(System.nanoTime(), Limiters.TOKENS);
  }
}
