package dev.mimokit.bench.quota;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import java.time.Duration;

/** Our limiter in the states that are measured. */
final class Limiters {

  /** Tokens of a request. */
  static final int TOKENS = 1_000;

  /** The platform's RPM and TPM of mimo-v2.5-pro (page 2026-05-22, Rate Limiting Instructions). */
  private static final int RPM = 100;

  private static final long TPM = 10_000_000;
  private static final int CONCURRENCY = 1_000;

  /** One for all, as the accounts of a server share it. */
  private static final Quota PLATFORM =
      Quota.perMinute(RPM, TPM, CONCURRENCY, WindowKind.SLIDING_LOG);

  /**
   * So short that the window is entered and left all the time, as it is for a busy account: the
   * sliding log holds some dozens of requests.
   */
  private static final Duration BUSY = Duration.ofNanos(2_000);

  private static final Duration GRAIN = Duration.ofNanos(200);
  private static final int MANY_REQUESTS = 10_000;
  private static final long MANY_TOKENS = 100_000_000;
  private static final Duration LONG = Duration.ofDays(1);

  private Limiters() {}

  /** Always admits. */
  static QuotaLimiter busy() {
    return busy(WindowKind.SLIDING_LOG);
  }

  /** Always admits, counting over that kind of window. */
  static QuotaLimiter busy(WindowKind kind) {
    Counting counting = new Counting(kind, GRAIN, TokenAccounting.RESERVE_AND_SETTLE, false);
    return new QuotaLimiter(
        new Quota(MANY_REQUESTS, MANY_TOKENS, Integer.MAX_VALUE, BUSY, counting),
        System.nanoTime());
  }

  /** Has no request left for a day, but tokens. */
  static QuotaLimiter outOfRequests() {
    return outOfRequests(WindowKind.SLIDING_LOG);
  }

  /** Has no request left for a day, but tokens, counting over that kind of window. */
  static QuotaLimiter outOfRequests(WindowKind kind) {
    return used(kind, RPM, TPM, CONCURRENCY);
  }

  /** Has no tokens left for hours, but requests. */
  static QuotaLimiter outOfTokens(WindowKind kind) {
    return used(kind, Integer.MAX_VALUE, TOKENS, CONCURRENCY);
  }

  /** Has as many in flight as it may. */
  static QuotaLimiter outOfFlight(WindowKind kind) {
    return used(kind, Integer.MAX_VALUE, TPM, 1);
  }

  /** Asked until it refuses. */
  private static QuotaLimiter used(WindowKind kind, int requests, long tokens, int concurrency) {
    long now = System.nanoTime();
    Counting whole = new Counting(kind, LONG, TokenAccounting.RESERVE_AND_SETTLE, false);
    QuotaLimiter limiter =
        new QuotaLimiter(new Quota(requests, tokens, concurrency, LONG, whole), now);
    long each = tokens == TOKENS ? TOKENS : 1;
    int admitted = 0;
    while (admitted < RPM && limiter.tryAcquire(now, each) instanceof Lease) {
      admitted++;
    }
    return limiter;
  }

  /** Nothing used, the platform's limits. */
  static QuotaLimiter idle() {
    return new QuotaLimiter(PLATFORM, System.nanoTime());
  }

  /** As many requests as a minute allows, all of them done. */
  static QuotaLimiter full() {
    QuotaLimiter limiter = idle();
    long now = System.nanoTime();
    for (int i = 0; i < RPM; i++) {
      Works.admitAndSettle(limiter, now, TOKENS);
    }
    return limiter;
  }
}
