package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.Lease;
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
 * What does it cost to end an attempt: with what was reserved, more, less or nothing?
 *
 * <p>{@code ./mimokit bench limiter --jmh}. Each admits first; {@code admitOnly} leaves the end out
 * and is what to take off.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class SettleBenchmark {

  private final QuotaLimiter limiter = Limiters.busy();

  /** Admits and never ends: what the others have in common. */
  @Benchmark
  public Object admitOnly() {
    return limiter.tryAcquire(System.nanoTime(), Limiters.TOKENS);
  }

  /** As many tokens as were reserved. */
  @Benchmark
  public boolean settleEqual() {
    return Works.admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS);
  }

  /** More than were reserved. */
  @Benchmark
  public boolean settleUp() {
    return Works.admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS + 100);
  }

  /** Fewer than were reserved. */
  @Benchmark
  public boolean settleDown() {
    return Works.admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS - 100);
  }

  /** Nothing was sent. */
  @Benchmark
  public boolean cancel() {
    long now = System.nanoTime();
    return limiter.tryAcquire(now, Limiters.TOKENS) instanceof Lease lease && lease.cancel(now);
  }
}
