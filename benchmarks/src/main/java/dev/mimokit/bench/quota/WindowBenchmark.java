package dev.mimokit.bench.quota;

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
 * What does each kind of window cost?
 *
 * <p>{@code ./mimokit bench limiter --jmh}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class WindowBenchmark {

  /** The kind. */
  @Param public WindowKind kind = WindowKind.SLIDING_LOG;

  private QuotaLimiter limiter = Limiters.busy();

  /** Makes the limiter. */
  @Setup
  public void make() {
    limiter = Limiters.busy(kind);
  }

  /** Admit and settle, one thread. */
  @Benchmark
  public boolean admit() {
    return Works.admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS);
  }

  /** Admit and settle, two threads on one key. */
  @Benchmark
  @Threads(2)
  public boolean admitTwoThreads() {
    return Works.admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS);
  }
}
