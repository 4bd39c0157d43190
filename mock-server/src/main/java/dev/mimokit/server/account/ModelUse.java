package dev.mimokit.server.account;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.QuotaState;
import dev.mimokit.server.store.QuotaGate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What one account uses of one model: its limiter, and how often and why it was refused. */
public final class ModelUse {

  private final QuotaLimiter limiter;
  private final QuotaGate gate;
  private final Map<Cause, AtomicLong> refused = new EnumMap<>(Cause.class);

  ModelUse(QuotaLimiter limiter, QuotaGate gate) {
    this.limiter = limiter;
    this.gate = gate;
    for (Cause cause : Cause.values()) {
      refused.put(cause, new AtomicLong());
    }
  }

  /** Decides, wherever what was used is kept. */
  public QuotaGate gate() {
    return gate;
  }

  /** This process's own memory, where the store is local. */
  public QuotaLimiter limiter() {
    return limiter;
  }

  /** Counts a refusal; several causes of one refusal are counted each. */
  public void countRefused(Cause cause) {
    count(cause).incrementAndGet();
  }

  /** Refusals for that cause since the account was made, restored or reset. */
  public long refused(Cause cause) {
    return count(cause).get();
  }

  private AtomicLong count(Cause cause) {
    return Objects.requireNonNull(refused.get(cause));
  }

  /** Ends an idle limiter; who still holds it is answered by what is used instead. */
  boolean retireIfIdle(long nowNanos, Supplier<ModelUse> next) {
    return limiter.retireIfIdle(nowNanos, () -> next.get().limiter());
  }

  /** What is in flight no longer counts. */
  void end(long nowNanos) {
    limiter.restore(nowNanos, QuotaState.EMPTY);
    gate.forget();
  }
}
