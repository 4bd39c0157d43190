package dev.mimokit.core.quota;

/**
 * From one restore of a limiter to the next: what was granted in an earlier one counts no longer.
 */
final class Era {

  final QuotaLimiter limiter;

  Era(QuotaLimiter limiter) {
    this.limiter = limiter;
  }
}
