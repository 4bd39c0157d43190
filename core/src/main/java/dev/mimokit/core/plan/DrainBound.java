package dev.mimokit.core.plan;

import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import java.math.BigInteger;

/*
 *   windows   n requests need ceil(n / per window) of them, the first of which is open at once
 *   // 1,000 at 100 per 60 s: 10 windows, the last begins at 540 s
 *   bucket    what exceeds the room leaks at the limit's rate
 *   // 1,000 at 100 per 60 s with room for 100: 900 x 0.6 s = 540 s
 *
 * A sliding counter is held to the windows' bound, which it cannot reach.
 */
/**
 * The earliest instant at which the last of so many requests, all due at once on unused quotas, can
 * be admitted by anybody, in nanoseconds from the first.
 *
 * @param byRequestsNanos what RPM alone allows
 * @param byTokensNanos what TPM alone allows
 */
public record DrainBound(long byRequestsNanos, long byTokensNanos) {

  /** No wait. */
  public static final DrainBound NONE = new DrainBound(0, 0);

  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * Of {@code jobs} requests of {@code tokensEach} tokens, spread evenly over {@code units} quotas.
   *
   * @throws IllegalArgumentException when one request is larger than the limit
   */
  public static DrainBound of(Quota quota, int units, long jobs, long tokensEach) {
    if (tokensEach > quota.tokens()) {
      throw new IllegalArgumentException(
          "a request of " + tokensEach + " tokens never fits a limit of " + quota.tokens());
    }
    long each = ceil(jobs, units);
    long byTokens =
        tokensEach == 0
            ? 0
            : isBucket(quota)
                ? leaked(
                    Math.multiplyExact(each, tokensEach), quota.tokens(), quota.tokens(), quota)
                : windows(each, quota.tokens() / tokensEach, quota);
    return new DrainBound(byRequests(quota, each), byTokens);
  }

  /** Of {@code jobs} requests of together {@code tokens} tokens, however they are cut. */
  public static DrainBound ofAll(Quota quota, int units, long jobs, long tokens) {
    long each = ceil(tokens, units);
    long byTokens =
        isBucket(quota)
            ? leaked(each, quota.tokens(), quota.tokens(), quota)
            : windows(each, quota.tokens(), quota);
    return new DrainBound(byRequests(quota, ceil(jobs, units)), byTokens);
  }

  private static boolean isBucket(Quota quota) {
    return quota.windowKind() == WindowKind.TOKEN_BUCKET;
  }

  private static long byRequests(Quota quota, long jobs) {
    if (!isBucket(quota)) {
      return windows(jobs, quota.requests(), quota);
    }
    long window = quota.window().toNanos();
    long grain = Math.min(window, quota.counting().grain().toNanos());
    BigInteger share = product(quota.requests(), grain).divide(BigInteger.valueOf(window));
    return leaked(jobs, Math.max(1, share.longValueExact()), quota.requests(), quota);
  }

  private static long windows(long amount, long perWindow, Quota quota) {
    long more = Math.max(0, ceil(amount, perWindow) - 1);
    return bounded(product(more, quota.window().toNanos()));
  }

  private static long leaked(long amount, long room, long perWindow, Quota quota) {
    BigInteger over = product(Math.max(0, amount - room), quota.window().toNanos());
    BigInteger[] parts = over.divideAndRemainder(BigInteger.valueOf(perWindow));
    return bounded(parts[0].add(BigInteger.valueOf(parts[1].signum())));
  }

  private static long bounded(BigInteger nanos) {
    return nanos.min(LONGEST).longValueExact();
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static long ceil(long amount, long by) {
    return amount / by + (amount % by == 0 ? 0 : 1);
  }

  /** The later of both, in nanoseconds. */
  public long nanos() {
    return Math.max(byRequestsNanos, byTokensNanos);
  }

  /** The later of both, in seconds. */
  public double seconds() {
    return nanos() / 1e9;
  }

  /** The earlier of two bounds. */
  DrainBound earlier(DrainBound other) {
    return nanos() <= other.nanos() ? this : other;
  }
}
