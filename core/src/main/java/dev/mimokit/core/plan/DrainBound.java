package dev.mimokit.core.plan;

import dev.mimokit.core.quota.Quota;

/**
 * The earliest instant at which the last of so many requests, all due at once on an unused quota,
 * can be admitted.
 *
 * @param seconds the later of both
 * @param byRequests what RPM alone allows
 * @param byTokens what TPM alone allows
 */
public record DrainBound(double seconds, double byRequests, double byTokens) {

  /**
   * Of {@code jobs} requests of {@code tokensEach} tokens on each of {@code units} quotas alike.
   *
   * @throws IllegalArgumentException when one request is larger than the limit
   */
  public static DrainBound of(Quota quota, int units, long jobs, long tokensEach) {
    if (jobs < 0) {
      return new DrainBound(0, 0, 0);
    }
    throw new UnsupportedOperationException(
        quota + " " + units + " units, " + jobs + " x " + tokensEach);
  }
}
