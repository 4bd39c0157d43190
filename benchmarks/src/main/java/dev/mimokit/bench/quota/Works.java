package dev.mimokit.bench.quota;

import dev.mimokit.bench.ratio.Work;
import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.server.account.Account;
import io.github.bucket4j.Bucket;
import java.util.concurrent.atomic.AtomicLong;

/** The same loops for all, each around another call; they return how often it was admitted. */
final class Works {

  private Works() {}

  /** One reading of the clock, which every limiter of time needs. */
  static Work clock() {
    return times -> {
      long sum = 0;
      for (int i = 0; i < times; i++) {
        sum += System.nanoTime();
      }
      return sum;
    };
  }

  /** The least that threads can share: what one word of memory costs that all of them change. */
  static Work increment(AtomicLong shared) {
    return times -> {
      long sum = 0;
      for (int i = 0; i < times; i++) {
        sum += shared.incrementAndGet();
      }
      return sum;
    };
  }

  static boolean admitAndSettle(QuotaLimiter limiter, long now, long used) {
    Admission admission = limiter.tryAcquire(now, Limiters.TOKENS);
    return admission instanceof Lease lease && lease.settle(now, used);
  }

  /** Admits and settles to what was reserved. */
  static Work release(QuotaLimiter limiter) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS)) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  /** Admits and settles, now to more than was reserved, now to less. */
  static Work settle(QuotaLimiter limiter) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (admitAndSettle(limiter, System.nanoTime(), Limiters.TOKENS - 7 + (i & 15))) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  /**
   * Keeps each lease until the next: one that nobody else ever sees is not even made.
   *
   * @param kept a place for it
   */
  static Work keep(QuotaLimiter limiter, Admission[] kept) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        long now = System.nanoTime();
        kept[0] = limiter.tryAcquire(now, Limiters.TOKENS);
        if (kept[0] instanceof Lease lease && lease.settle(now, Limiters.TOKENS)) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  /** Asks, and does not expect to get. */
  static Work ask(QuotaLimiter limiter) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (limiter.tryAcquire(System.nanoTime(), Limiters.TOKENS) instanceof Lease) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  /** From an account to its limiter of one of four models. */
  static Work resolve(Account account) {
    return times -> {
      int changes = 0;
      QuotaLimiter before = account.use(0).limiter();
      for (int i = 0; i < times; i++) {
        QuotaLimiter limiter = account.use(i & 3).limiter();
        changes += limiter == before ? 0 : 1;
        before = limiter;
      }
      return changes;
    };
  }

  static Work bucket4j(Bucket bucket) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (bucket.tryConsume(1)) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  static Work bucket4jPair(Bucket requests, Bucket tokens) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (Contenders.tryBoth(requests, tokens, Limiters.TOKENS)) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  static Work resilience4j(io.github.resilience4j.ratelimiter.RateLimiter limiter) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (limiter.acquirePermission()) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  static Work guava(com.google.common.util.concurrent.RateLimiter limiter) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (limiter.tryAcquire()) {
          admitted++;
        }
      }
      return admitted;
    };
  }

  static Work failsafe(dev.failsafe.RateLimiter<Object> limiter) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        if (limiter.tryAcquirePermit()) {
          admitted++;
        }
      }
      return admitted;
    };
  }
}
