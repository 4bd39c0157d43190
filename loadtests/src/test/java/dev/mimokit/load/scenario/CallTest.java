package dev.mimokit.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.retry.Backoff;
import dev.mimokit.core.retry.RetryBudget;
import dev.mimokit.core.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CallTest {

  private static final long SECOND = 1_000_000_000L;
  private static final RetryPolicy THREE_TRIES =
      RetryPolicy.of(3, new Backoff.Constant(Duration.ofSeconds(1)));

  @Test
  void waits_as_long_as_the_server_asks() {
    Call call = call(THREE_TRIES);

    attempt(call, 429, Optional.of("7"), "");

    assertThat(call.open()).isTrue();
    assertThat(call.delayNanos()).isEqualTo(7 * SECOND);
  }

  @Test
  void a_hint_of_the_past_attempt_is_not_used_again() {
    Call call = call(THREE_TRIES);

    attempt(call, 429, Optional.of("7"), "");
    attempt(call, 429, Optional.empty(), "");

    assertThat(call.delayNanos()).isEqualTo(SECOND);
  }

  @Test
  void is_given_up_when_the_policy_says_so() {
    Call call = call(RetryPolicy.none());

    attempt(call, 429, Optional.empty(), "");

    assertThat(call.open()).isFalse();
    assertThat(call.givenUp()).isTrue();
    assertThat(call.sample().answered()).isFalse();
  }

  @Test
  void a_spent_plan_is_not_waited_for() {
    Call call = call(THREE_TRIES);

    attempt(call, 429, Optional.empty(), "{\"error\":{\"message\":\"quota exhausted\"}}");

    assertThat(call.givenUp()).isTrue();
  }

  @Test
  void a_lost_connection_is_an_attempt_too() {
    Call call = call(THREE_TRIES);

    call.beginAttempt(10);
    AttemptSample lost = call.endAttempt(Response.NONE, 15);
    attempt(call, 200, Optional.empty(), "");

    assertThat(lost).isEqualTo(new AttemptSample(0, 5));
    assertThat(call.sample()).isEqualTo(new CallSample(1, 0, 13, 2, true));
  }

  @Test
  void an_answer_earns_its_share_of_the_retry_budget() {
    RetryBudget budget = new RetryBudget(1, 1);
    budget.trySpend();
    Call call = call(THREE_TRIES.within(budget));

    attempt(call, 200, Optional.empty(), "");

    assertThat(budget.trySpend()).isTrue();
  }

  private static Call call(RetryPolicy policy) {
    return new Call(1, policy, new SplittableRandom(1), 0);
  }

  private static void attempt(Call call, int status, Optional<String> retryAfter, String body) {
    call.beginAttempt(10);
    call.endAttempt(Response.of(status, retryAfter, body, Instant.EPOCH), 13);
  }
}
