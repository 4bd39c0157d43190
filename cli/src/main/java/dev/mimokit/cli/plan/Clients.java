package dev.mimokit.cli.plan;

import dev.mimokit.core.retry.NamedPolicies;
import dev.mimokit.core.retry.RetryPolicy;
import dev.mimokit.core.sim.ClientPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Clients by name. */
final class Clients {

  /** What is meant when none is named. */
  static final String DEFAULT = "fifo";

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration QUARTER_MINUTE = Duration.ofSeconds(15);

  /** Of the wait asked for, the most that is added. */
  private static final double QUARTER = 0.25;

  private static final List<String> OWN =
      List.of(
          DEFAULT,
          "no-retry",
          "paced-queue",
          "cookbook",
          "constant-1s",
          "exp-full-jitter",
          "retry-after",
          "retry-after-jitter");

  private Clients() {}

  /** All names: the planner's own, then the policies of the gate. */
  static List<String> names() {
    List<String> names = new ArrayList<>(OWN);
    NamedPolicies.names().stream().filter(name -> !name.equals("none")).forEach(names::add);
    return names;
  }

  /**
   * The client of that name.
   *
   * @param attempts of one call in all; as many as it takes when empty, or as the policy has it
   * @param headroom share of the limit that paced clients use
   */
  static ClientPlan named(String name, OptionalInt attempts, double headroom) {
    int most = attempts.orElse(ClientPlan.UNBOUNDED);
    return switch (name) {
      case "fifo" -> new ClientPlan.Fifo();
      case "no-retry" -> ClientPlan.noRetry();
      case "paced-queue" -> new ClientPlan.PacedQueue(headroom, 0);
      case "cookbook" ->
          new ClientPlan.Cookbook(
              headroom,
              QUARTER_MINUTE,
              attempts.orElse(ClientPlan.Cookbook.asItComes().attempts()));
      case "constant-1s" -> ClientPlan.constant(SECOND, most);
      case "exp-full-jitter" -> ClientPlan.expFullJitter(SECOND, MINUTE, most);
      case "retry-after" -> ClientPlan.retryAfter(most);
      case "retry-after-jitter" -> ClientPlan.retryAfterJittered(QUARTER, most);
      default -> policy(name, attempts);
    };
  }

  private static ClientPlan policy(String name, OptionalInt attempts) {
    RetryPolicy policy =
        NamedPolicies.find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown client: '%s', expected one of %s"
                            .formatted(name, String.join(", ", names()))));
    RetryPolicy tried =
        new RetryPolicy(
            policy.retriedStatuses(),
            attempts.orElse(policy.maxAttempts()),
            policy.backoff(),
            policy.retryAfterUse(),
            policy.budget());
    return new ClientPlan.Retrying(tried, false);
  }
}
