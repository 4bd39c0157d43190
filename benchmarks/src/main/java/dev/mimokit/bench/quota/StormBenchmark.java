package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.QuotaLimiter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a client that hammers cost the obedient one beside it, on one key?
 *
 * <p>{@code ./mimokit bench limiter --jmh}. The hammer asks for more tokens than there are, so that
 * it is always refused, while the other is always admitted.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class StormBenchmark {

  private static final long TOO_MANY = 99_999_999;

  private final QuotaLimiter limiter = Limiters.busy();

  /** Admit and settle. */
  @Benchmark
  @Group("storm")
  @GroupThreads(1)
  public boolean obedient() {
    return Works.admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS);
  }

  /** Refused. */
  @Benchmark
  @Group("storm")
  @GroupThreads(1)
  public Admission hammer() {
    return limiter.tryAcquire(System.nanoTime(), TOO_MANY);
  }
}
