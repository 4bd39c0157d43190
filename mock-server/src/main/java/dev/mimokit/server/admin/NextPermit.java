package dev.mimokit.server.admin;

import dev.mimokit.core.quota.Charge;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaState;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** When a request of one token would pass, told from a limiter's memory without charging it. */
final class NextPermit {

  private NextPermit() {}

  /** Nanoseconds, 0 for now; empty when only a request that ends can make room. */
  static OptionalLong waitNanos(Quota quota, QuotaState state) {
    long requests = state.requests() - quota.requests() + 1;
    long tokens = state.tokens() - quota.tokens() + 1;
    long wait =
        Math.max(
            leave(quota, state, requests, Charge::requests),
            leave(quota, state, tokens, Charge::tokens));
    boolean held = wait == 0 && state.inFlight() >= quota.concurrency();
    return held ? OptionalLong.empty() : OptionalLong.of(wait);
  }

  /** When {@code surplus} of something has left the window. */
  private static long leave(
      Quota quota, QuotaState state, long surplus, ToLongFunction<Charge> amount) {
    if (surplus <= 0) {
      return 0;
    }
    long window = quota.window().toNanos();
    if (state.windowAgeNanos().isPresent()) {
      return window - state.windowAgeNanos().getAsLong();
    }
    long left = surplus;
    for (Charge charge : state.charges()) {
      left -= amount.applyAsLong(charge);
      if (left <= 0) {
        return window - charge.ageNanos();
      }
    }
    return window;
  }
}
