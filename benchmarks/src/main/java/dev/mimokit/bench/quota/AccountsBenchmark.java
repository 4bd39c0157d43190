package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.server.account.Accounts;
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
 * What does it cost to find the limiter of an account, and does that depend on their number?
 *
 * <p>{@code ./mimokit bench limiter --jmh}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class AccountsBenchmark {

  private static final int IDS = 1 << 12;

  /** How many accounts there are. */
  @Param({"1", "1000", "20000"})
  public int count;

  private final String[] ids = new String[IDS];
  private Accounts accounts = new AccountsInUse(1).accounts();
  private int next;

  /** Makes the accounts, and draws which are asked for. */
  @Setup
  public void make() {
    accounts = new AccountsInUse(count).accounts();
    var random = new java.util.SplittableRandom(count);
    for (int i = 0; i < IDS; i++) {
      ids[i] = AccountsInUse.id(random.nextInt(count));
    }
  }

  /** From an id to a limiter. */
  @Benchmark
  public QuotaLimiter find() {
    return limiter();
  }

  /** From an id to a limiter and an admission, two threads on many keys. */
  @Benchmark
  @Threads(2)
  public boolean findAndAdmit() {
    return Works.admitAndSettle(limiter(), System.nanoTime(), Limiters.TOKENS);
  }

  private QuotaLimiter limiter() {
    if (accounts.enter(ids[next++ & (IDS - 1)]) instanceof Accounts.Known known) {
      return known.account().use(0).limiter();
    }
    throw new IllegalStateException("no room for an account");
  }
}
