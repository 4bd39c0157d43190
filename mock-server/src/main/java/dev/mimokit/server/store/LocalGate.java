package dev.mimokit.server.store;

import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.Rejected;

/** Answers from a limiter of this process, at once. */
record LocalGate(QuotaLimiter limiter) implements QuotaGate {

  @Override
  public void tryAcquire(long nowNanos, long tokens, Reception reception) {
    Admission admission = limiter.tryAcquire(nowNanos, tokens);
    if (admission instanceof Lease lease) {
      reception.admitted(new LocalHold(lease));
    } else if (admission instanceof Rejected rejected) {
      reception.rejected(Refusal.of(rejected, nowNanos));
    }
  }

  /** Whoever restarts the limiter has done so. */
  @Override
  public void forget() {}

  private record LocalHold(Lease lease) implements Hold {

    @Override
    public boolean settle(long nowNanos, long usedTokens) {
      return lease.settle(nowNanos, usedTokens);
    }

    @Override
    public boolean cancel(long nowNanos) {
      return lease.cancel(nowNanos);
    }
  }
}
