package dev.mimokit.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.retry.Decision.GiveUp;
import dev.mimokit.core.retry.Decision.Reason;
import dev.mimokit.core.retry.Decision.Retry;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

  private static final long SECOND = 1_000_000_000L;
  private static final RetryPolicy REFERENCE = RetryPolicy.reference();

  @ParameterizedTest
  @ValueSource(ints = {0, 408, 409, 425, 429, 500, 502, 503, 504, 529})
  void retries_what_may_pass(int status) {
    assertThat(REFERENCE.after(Refusal.first(status), Fraction.MIDDLE))
        .isEqualTo(new Retry(750_000_000L));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 413, 421, 422, 501})
  void gives_up_on_what_cannot_change(int status) {
    assertThat(REFERENCE.after(Refusal.first(status), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.FINAL_STATUS));
  }

  @Test
  void gives_up_when_the_quota_is_spent_for_good() {
    Refusal spent = new Refusal(1, 429, true, OptionalLong.empty(), 0, 0, Long.MAX_VALUE);

    assertThat(REFERENCE.after(spent, Fraction.MIDDLE)).isEqualTo(new GiveUp(Reason.FINAL_STATUS));
  }

  @Test
  void gives_up_after_its_last_attempt() {
    assertThat(REFERENCE.after(attempt(8), Fraction.MIDDLE)).isInstanceOf(Retry.class);
    assertThat(REFERENCE.after(attempt(9), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.ATTEMPTS_USED));
  }

  @Test
  void a_named_wait_replaces_the_backoff() {
    assertThat(REFERENCE.after(Refusal.first(429).askingFor(30 * SECOND), Fraction.MIDDLE))
        .isEqualTo(new Retry(30_250_000_000L));
  }

  @Test
  void gives_up_at_once_when_the_wait_would_pass_the_deadline() {
    assertThat(REFERENCE.after(within(750_000_001L), Fraction.MIDDLE)).isInstanceOf(Retry.class);
    assertThat(REFERENCE.after(within(750_000_000L), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.DEADLINE));
    assertThat(REFERENCE.after(within(-1), Fraction.MIDDLE)).isEqualTo(new GiveUp(Reason.DEADLINE));
  }

  @Test
  void gives_up_on_a_wait_without_end_even_without_a_deadline() {
    assertThat(REFERENCE.after(Refusal.first(429).askingFor(Long.MAX_VALUE), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.DEADLINE));
  }

  @Test
  void an_empty_budget_stops_retries_and_only_retries_are_paid_for() {
    RetryPolicy policy = REFERENCE.within(new RetryBudget(0.1, 1));

    assertThat(policy.after(Refusal.first(400), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.FINAL_STATUS));
    assertThat(policy.after(attempt(9), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.ATTEMPTS_USED));
    assertThat(policy.after(Refusal.first(503), Fraction.MIDDLE)).isInstanceOf(Retry.class);
    assertThat(policy.after(Refusal.first(503), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.BUDGET));
  }

  @Test
  void a_refused_quota_costs_no_budget() {
    RetryPolicy policy = REFERENCE.within(new RetryBudget(0.1, 0));

    assertThat(policy.after(Refusal.first(429), Fraction.MIDDLE)).isInstanceOf(Retry.class);
    assertThat(policy.after(Refusal.first(503), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.BUDGET));
  }

  @Test
  void the_reference_policy_outlives_a_whole_window_with_at_most_ten_attempts() {
    for (long seed = 0; seed < 10_000; seed++) {
      RandomGenerator random = new SplittableRandom(seed);

      assertThat(horizonNanos(REFERENCE, random))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(60 * SECOND);
    }
    assertThat(REFERENCE.maxAttempts()).isLessThanOrEqualTo(10);
    assertThat(horizonNanos(REFERENCE, Fraction.LOWEST)).isEqualTo(63_500_000_000L);
  }

  @Test
  void the_named_policies_are_listed_in_order_and_found() {
    assertThat(NamedPolicies.names())
        .containsExactly(
            "reference",
            "none",
            "constant",
            "exponential",
            "full-jitter",
            "equal-jitter",
            "decorrelated-jitter");
    assertThat(NamedPolicies.names())
        .allSatisfy(name -> assertThat(NamedPolicies.find(name)).isPresent());
    assertThat(NamedPolicies.find("fastest")).isEmpty();
  }

  @Test
  void none_makes_one_attempt() {
    assertThat(RetryPolicy.none().after(Refusal.first(429), Fraction.MIDDLE))
        .isEqualTo(new GiveUp(Reason.ATTEMPTS_USED));
  }

  @Test
  void can_be_told_which_statuses_to_retry() {
    RetryPolicy policy = REFERENCE.retrying(Set.of(400));

    assertThat(policy.after(Refusal.first(400), Fraction.MIDDLE)).isInstanceOf(Retry.class);
    assertThat(policy.after(Refusal.first(429), Fraction.MIDDLE)).isInstanceOf(GiveUp.class);
  }

  @Test
  void refuses_attempts_below_one() {
    assertThatThrownBy(() -> RetryPolicy.of(0, new Backoff.Constant(Duration.ZERO)))
        .hasMessage("maxAttempts must be at least 1: 0");
    assertThatThrownBy(() -> attempt(0)).hasMessage("attempts must be at least 1: 0");
    assertThatThrownBy(() -> new Retry(-1)).hasMessage("delay must not be negative: -1 ns");
  }

  /** The sum of all waits on endless refusals without a named wait. */
  private static long horizonNanos(RetryPolicy policy, RandomGenerator random) {
    long sum = 0;
    long previous = 0;
    for (int attempts = 1; ; attempts++) {
      Refusal refusal =
          new Refusal(attempts, 429, false, OptionalLong.empty(), previous, sum, Long.MAX_VALUE);
      if (!(policy.after(refusal, random) instanceof Retry retry)) {
        return sum;
      }
      previous = retry.delayNanos();
      sum += previous;
    }
  }

  private static Refusal attempt(int attempts) {
    return new Refusal(attempts, 429, false, OptionalLong.empty(), 0, 0, Long.MAX_VALUE);
  }

  private static Refusal within(long remainingNanos) {
    return new Refusal(1, 429, false, OptionalLong.empty(), 0, 0, remainingNanos);
  }

  @Test
  void each_client_of_the_reference_has_a_budget_of_its_own() {
    RetryPolicy one = NamedPolicies.forClient("reference").orElseThrow();
    RetryPolicy other = NamedPolicies.forClient("reference").orElseThrow();

    assertThat(one.budget()).isPresent();
    assertThat(one.budget().orElseThrow()).isNotSameAs(other.budget().orElseThrow());
    assertThat(NamedPolicies.forClient("constant").orElseThrow().budget()).isEmpty();
    assertThat(NamedPolicies.forClient("fastest")).isEmpty();
  }
}
