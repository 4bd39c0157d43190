package dev.mimokit.core.quota;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Pairs of threads on real processors: {@code mvn -pl core -Pjcstress test-compile
 * exec:exec@jcstress}. Each pair is a race that a limiter of separate counters loses; 1 stands for
 * admitted or ended, 0 for refused.
 */
final class QuotaStress {

  private QuotaStress() {}

  private static QuotaLimiter limiter(int requests, int concurrency) {
    Duration window = Duration.ofDays(1);
    return new QuotaLimiter(
        new Quota(requests, 10, concurrency, window, WindowKind.SLIDING_LOG), 0);
  }

  private static int ask(QuotaLimiter limiter, long tokens) {
    return limiter.tryAcquire(0, tokens) instanceof Lease ? 1 : 0;
  }

  /** One that can never pass is not in the way of one that can. */
  @JCStressTest
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the possible one is admitted")
  @State
  public static class ImpossibleAndPossible {
    private final QuotaLimiter limiter = limiter(1, 1);

    /** More tokens than fit. */
    @Actor
    public void impossible(II_Result r) {
      r.r1 = ask(limiter, 11);
    }

    /** The last permit. */
    @Actor
    public void possible(II_Result r) {
      r.r2 = ask(limiter, 5);
    }
  }

  /** The last permit goes to one of two. */
  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 0"},
      expect = Expect.ACCEPTABLE,
      desc = "one of them")
  @State
  public static class LastPermit {
    private final QuotaLimiter limiter = limiter(1, 5);

    /** One. */
    @Actor
    public void one(II_Result r) {
      r.r1 = ask(limiter, 5);
    }

    /** The other. */
    @Actor
    public void other(II_Result r) {
      r.r2 = ask(limiter, 5);
    }
  }

  /** A lease ends once. */
  @JCStressTest
  @Outcome(
      id = {"0, 1, 0", "1, 0, 0"},
      expect = Expect.ACCEPTABLE,
      desc = "ended once")
  @State
  public static class EndAndEnd {
    private final QuotaLimiter limiter = limiter(5, 5);
    private final Lease lease = (Lease) limiter.tryAcquire(0, 5);

    /** Settles. */
    @Actor
    public void settle(III_Result r) {
      r.r1 = lease.settle(0, 7) ? 1 : 0;
    }

    /** Cancels. */
    @Actor
    public void cancel(III_Result r) {
      r.r2 = lease.cancel(0) ? 1 : 0;
    }

    /** What is left in flight. */
    @Arbiter
    public void left(III_Result r) {
      r.r3 = limiter.snapshot(0).inFlight();
    }
  }

  /** What a settlement gives back is free when it has returned. */
  @JCStressTest
  @Outcome(
      id = {"1, 0, 1", "1, 1, 0"},
      expect = Expect.ACCEPTABLE,
      desc = "before or after")
  @State
  public static class SettleAndAdmit {
    private final QuotaLimiter limiter = limiter(5, 5);
    private final Lease lease = (Lease) limiter.tryAcquire(0, 10);

    /** Gives back what the other needs. */
    @Actor
    public void settle(III_Result r) {
      r.r1 = lease.settle(0, 2) ? 1 : 0;
    }

    /** Needs it; a refusal is published. */
    @Actor
    public void admit(III_Result r) {
      r.r2 = ask(limiter, 8);
    }

    /** A published refusal has been withdrawn. */
    @Arbiter
    public void after(III_Result r) {
      r.r3 = ask(limiter, 8);
    }
  }

  /** An idle limiter is taken away from one who asks it. */
  @JCStressTest
  @Outcome(
      id = {"1, 0"},
      expect = Expect.ACCEPTABLE,
      desc = "the permit is granted once")
  @State
  public static class EvictAndAdmit {
    private volatile QuotaLimiter live = limiter(1, 5);

    /** Holds it from before. */
    @Actor
    public void admit(II_Result r) {
      r.r1 = ask(live, 5);
    }

    /** Takes it away if it is idle. */
    @Actor
    public void evict() {
      QuotaLimiter old = live;
      if (old.retireIfIdle(0, () -> after(old))) {
        after(old);
      }
    }

    private synchronized QuotaLimiter after(QuotaLimiter old) {
      if (live == old) {
        live = limiter(1, 5);
      }
      return live;
    }

    /** Nothing is left of the only permit. */
    @Arbiter
    public void left(II_Result r) {
      r.r2 = ask(live, 5);
    }
  }
}
