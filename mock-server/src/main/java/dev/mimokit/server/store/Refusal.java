package dev.mimokit.server.store;

import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Rejected;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A store's refusal.
 *
 * @param violated never empty
 * @param waitNanos from the asking until the same request would pass; empty where no wait is known
 */
public record Refusal(Set<Limit> violated, OptionalLong waitNanos) {

  /** Copies the set. */
  public Refusal {
    violated = Set.copyOf(violated);
  }

  static Refusal of(Rejected rejected, long nowNanos) {
    return new Refusal(
        rejected.violated(),
        rejected.hasRetryAfter()
            ? OptionalLong.of(Math.max(0, rejected.retryAfterNanos(nowNanos)))
            : OptionalLong.empty());
  }
}
