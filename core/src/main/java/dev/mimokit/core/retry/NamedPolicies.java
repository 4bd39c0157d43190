package dev.mimokit.core.retry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policies that can be asked for by name, in the order they are listed. */
public final class NamedPolicies {

  private static final String REFERENCE = "reference";
  private static final Duration BASE = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofSeconds(32);
  private static final int ATTEMPTS = 9;

  private static final Map<String, RetryPolicy> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put(REFERENCE, RetryPolicy.reference());
    BY_NAME.put("none", RetryPolicy.none());
    BY_NAME.put("constant", RetryPolicy.of(ATTEMPTS, new Backoff.Constant(BASE)));
    BY_NAME.put("exponential", exponential(Jitter.NONE));
    BY_NAME.put("full-jitter", exponential(Jitter.FULL));
    BY_NAME.put("equal-jitter", exponential(Jitter.EQUAL));
    BY_NAME.put("decorrelated-jitter", exponential(Jitter.DECORRELATED));
  }

  private NamedPolicies() {}

  private static RetryPolicy exponential(Jitter jitter) {
    return RetryPolicy.of(ATTEMPTS, new Backoff.Exponential(BASE, 2, CAP, jitter));
  }

  /** All names. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The policy of that name. */
  public static Optional<RetryPolicy> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The policy of that name for all calls of one more client. The reference has a retry budget
   * then, so that a failing server is not asked much more often than by a client that never
   * retries.
   */
  public static Optional<RetryPolicy> forClient(String name) {
    return find(name)
        .map(policy -> name.equals(REFERENCE) ? policy.within(RetryBudget.usual()) : policy);
  }
}
