package dev.mimokit.server.profile;

import java.util.OptionalLong;

/** Limits that replace a profile's; each may be absent, and is at least 1 otherwise. */
public record QuotaOverride(
    OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, OptionalLong concurrency) {

  /** Replaces nothing. */
  public static final QuotaOverride NONE =
      new QuotaOverride(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  /** Refuses limits below 1 and counts of requests beyond an int. */
  public QuotaOverride {
    within("requestsPerMinute", requestsPerMinute, Integer.MAX_VALUE);
    within("tokensPerMinute", tokensPerMinute, Long.MAX_VALUE);
    within("concurrency", concurrency, Integer.MAX_VALUE);
  }

  /** Whether nothing is replaced. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  private static void within(String name, OptionalLong limit, long max) {
    if (limit.isPresent() && (limit.getAsLong() < 1 || limit.getAsLong() > max)) {
      throw new IllegalArgumentException(
          name + " must be within 1.." + max + ": " + limit.getAsLong());
    }
  }
}
