package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;

/**
 * Model checking: whatever two threads do to one limiter at once, the answers are those of some
 * order of doing it one after another. Random scenarios of a few operations, and of each many
 * interleavings of its memory accesses.
 *
 * <p>The build tries few scenarios, {@code mvn -pl core -Pproof test} many.
 */
class LinearizableTest {

  private static final int SCENARIOS = Integer.getInteger("quota.scenarios", 2);
  private static final int INTERLEAVINGS = Integer.getInteger("quota.interleavings", 50);
  private static final long WINDOW = 100;

  private static ModelCheckingOptions scenarios(int scenarios) {
    return new ModelCheckingOptions()
        .iterations(scenarios)
        .invocationsPerIteration(INTERLEAVINGS)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(1)
        .addGuarantee(forClasses(BriefLock.class.getName()).methods("pause").ignore());
  }

  @Test
  void finds_the_limiter_that_takes_and_gives_back() {
    assertThatThrownBy(() -> scenarios(60).check(TakesAndGivesBack.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  @Test
  void admissions_ends_and_snapshots_of_a_sliding_log_have_an_order() {
    scenarios(SCENARIOS).check(SlidingLogLimiter.class);
  }

  @Test
  void admissions_and_ends_of_a_token_bucket_have_an_order() {
    scenarios(SCENARIOS).check(TokenBucketLimiter.class);
  }

  @Test
  void models_that_share_a_cap_are_decided_in_an_order() {
    scenarios(SCENARIOS).check(SharedCap.class);
  }

  @Test
  void an_idle_limiter_is_evicted_without_losing_or_doubling_a_permit() {
    scenarios(SCENARIOS).check(Evicted.class);
  }

  /** Requests of 11 and 12 tokens can never pass, and must not be in the way of others. */
  @Param(name = "tokens", gen = IntGen.class, conf = "1:12")
  public static final class TakesAndGivesBack {
    private final CompensatingLimiter limiter = new CompensatingLimiter(2, 10);

    /** Whether it was admitted. */
    @Operation
    public boolean admit(@Param(name = "tokens") int tokens) {
      return limiter.tryAcquire(tokens);
    }
  }

  /** A limiter whose threads end their own leases, and one lease that both try to end. */
  abstract static class Leased {
    final QuotaLimiter limiter;
    private final Lease shared;
    private final List<Deque<Lease>> own =
        List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());

    Leased(Quota quota) {
      limiter = new QuotaLimiter(quota, 0);
      shared = (Lease) limiter.tryAcquire(0, 3);
    }

    final String admitAt(int thread, int now, int tokens) {
      Admission answer = limiter.tryAcquire(now, tokens);
      if (answer instanceof Lease lease) {
        own.get(thread).push(lease);
      }
      return History.shown(answer, 0);
    }

    final boolean endOwn(int thread, int now, int used) {
      Deque<Lease> leases = own.get(thread);
      return !leases.isEmpty() && leases.pop().settle(now, used);
    }

    final boolean endShared(int now, int used) {
      return used == 0 ? shared.cancel(now) : shared.settle(now, used);
    }

    final String remembered(int now) {
      QuotaState state = limiter.snapshot(now);
      return state.requests() + " " + state.tokens() + " " + state.inFlight();
    }
  }

  /** Three requests, ten tokens, two in flight; the second minute begins at 100. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  @Param(name = "tokens", gen = IntGen.class, conf = "1:11")
  @Param(name = "now", gen = IntGen.class, conf = "0:110")
  public static final class SlidingLogLimiter extends Leased {

    /** Nothing used but by the shared lease. */
    public SlidingLogLimiter() {
      super(new Quota(3, 10, 2, Duration.ofNanos(WINDOW), WindowKind.SLIDING_LOG));
    }

    /** The answer. */
    @Operation
    public String admit(
        @Param(name = "thread") int thread,
        @Param(name = "now") int now,
        @Param(name = "tokens") int tokens) {
      return admitAt(thread, now, tokens);
    }

    /** Whether there was one to end. */
    @Operation
    public boolean end(
        @Param(name = "thread") int thread,
        @Param(name = "now") int now,
        @Param(name = "tokens") int used) {
      return endOwn(thread, now, used);
    }

    /** Whether this ended it. */
    @Operation
    public boolean settleShared(@Param(name = "now") int now, @Param(name = "tokens") int used) {
      return endShared(now, used);
    }

    /** Whether this ended it. */
    @Operation
    public boolean cancelShared(@Param(name = "now") int now) {
      return endShared(now, 0);
    }

    /** Requests, tokens, in flight. */
    @Operation
    public String snapshot(@Param(name = "now") int now) {
      return remembered(now);
    }

    /** As if nothing had happened. */
    @Operation
    public void restore(@Param(name = "now") int now) {
      limiter.restore(now, QuotaState.EMPTY);
    }
  }

  /** Three requests, ten tokens, leaking. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  @Param(name = "tokens", gen = IntGen.class, conf = "1:11")
  @Param(name = "now", gen = IntGen.class, conf = "0:110")
  public static final class TokenBucketLimiter extends Leased {

    /** Nothing used but by the shared lease. */
    public TokenBucketLimiter() {
      super(new Quota(3, 10, 2, Duration.ofNanos(WINDOW), WindowKind.TOKEN_BUCKET));
    }

    /** The answer. */
    @Operation
    public String admit(
        @Param(name = "thread") int thread,
        @Param(name = "now") int now,
        @Param(name = "tokens") int tokens) {
      return admitAt(thread, now, tokens);
    }

    /** Whether this ended it. */
    @Operation
    public boolean settleShared(@Param(name = "now") int now, @Param(name = "tokens") int used) {
      return endShared(now, used);
    }

    /** Requests, tokens, in flight. */
    @Operation
    public String snapshot(@Param(name = "now") int now) {
      return remembered(now);
    }
  }

  /** Two models of an account that may have one request in flight. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  @Param(name = "tokens", gen = IntGen.class, conf = "1:12")
  public static final class SharedCap {
    private final ConcurrencyCap cap = new ConcurrencyCap(1);
    private final QuotaLimiter first = limiter();
    private final QuotaLimiter second = limiter();
    private final List<Deque<Lease>> own =
        List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());

    private QuotaLimiter limiter() {
      Quota quota = new Quota(3, 10, 5, Duration.ofNanos(WINDOW), WindowKind.SLIDING_LOG);
      return new QuotaLimiter(quota, 0, cap);
    }

    private String admit(QuotaLimiter limiter, int thread, int tokens) {
      Admission answer = limiter.tryAcquire(0, tokens);
      if (answer instanceof Lease lease) {
        own.get(thread).push(lease);
      }
      return History.shown(answer, 0);
    }

    /** The answer. */
    @Operation
    public String admitFirst(
        @Param(name = "thread") int thread, @Param(name = "tokens") int tokens) {
      return admit(first, thread, tokens);
    }

    /** The answer. */
    @Operation
    public String admitSecond(
        @Param(name = "thread") int thread, @Param(name = "tokens") int tokens) {
      return admit(second, thread, tokens);
    }

    /** Whether there was one to end. */
    @Operation
    public boolean end(@Param(name = "thread") int thread, @Param(name = "tokens") int used) {
      Deque<Lease> leases = own.get(thread);
      return !leases.isEmpty() && leases.pop().settle(0, used);
    }
  }

  /** One request within the window, from a limiter that is replaced when it is idle. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  @Param(name = "now", gen = IntGen.class, conf = "0:210")
  public static final class Evicted {
    private volatile QuotaLimiter live = fresh();
    private final Lease shared = (Lease) live.tryAcquire(0, 1);
    private final List<Deque<Lease>> own =
        List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());

    private static QuotaLimiter fresh() {
      Quota quota = new Quota(2, 10, 2, Duration.ofNanos(WINDOW), WindowKind.SLIDING_LOG);
      return new QuotaLimiter(quota, 0);
    }

    /** The answer. */
    @Operation
    public boolean admit(@Param(name = "thread") int thread, @Param(name = "now") int now) {
      Admission answer = live.tryAcquire(now, 1);
      if (answer instanceof Lease lease) {
        own.get(thread).push(lease);
      }
      return answer instanceof Lease;
    }

    /** Whether there was one to end. */
    @Operation
    public boolean end(@Param(name = "thread") int thread, @Param(name = "now") int now) {
      Deque<Lease> leases = own.get(thread);
      return !leases.isEmpty() && leases.pop().settle(now, 3);
    }

    /** Whether this ended it. */
    @Operation
    public boolean cancelShared(@Param(name = "now") int now) {
      return shared.cancel(now);
    }

    /** What another would have to wait. */
    @Operation
    public String peek(@Param(name = "now") int now) {
      return live.waitNanos(now, 8).toString();
    }

    /** Takes the limiter away when it is idle. */
    @Operation
    public void evict(@Param(name = "now") int now) {
      QuotaLimiter old = live;
      if (old.retireIfIdle(now, () -> after(old))) {
        after(old);
      }
    }

    private synchronized QuotaLimiter after(QuotaLimiter old) {
      if (live == old) {
        live = fresh();
      }
      return live;
    }
  }
}
