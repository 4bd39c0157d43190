package dev.mimokit.bench.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.ratio.Question;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.Rejected;
import dev.mimokit.core.quota.WindowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorksTest {

  private static final int TIMES = 2_000;

  @ParameterizedTest
  @EnumSource
  void a_busy_limiter_admits_everything_whatever_its_window(WindowKind kind) {
    assertThat(Works.release(Limiters.busy(kind)).run(TIMES)).isEqualTo(TIMES);
    assertThat(Works.settle(Limiters.busy(kind)).run(TIMES)).isEqualTo(TIMES);
  }

  @ParameterizedTest
  @EnumSource
  void a_limiter_that_is_used_up_refuses_for_the_limit_it_is_named_for(WindowKind kind) {
    assertThat(violated(Limiters.outOfRequests(kind))).isEqualTo(Limit.RPM);
    assertThat(violated(Limiters.outOfTokens(kind))).isEqualTo(Limit.TPM);
    assertThat(violated(Limiters.outOfFlight(kind))).isEqualTo(Limit.CONCURRENCY);
    assertThat(Works.ask(Limiters.outOfRequests(kind)).run(TIMES)).isZero();
  }

  private static Limit violated(QuotaLimiter limiter) {
    Rejected rejected = (Rejected) limiter.tryAcquire(System.nanoTime(), Limiters.TOKENS);
    assertThat(rejected.violated()).hasSize(1);
    return rejected.violated().iterator().next();
  }

  @Test
  void contenders_with_room_admit_everything() {
    assertThat(
            Works.bucket4jPair(Contenders.bucketWithRoom(), Contenders.bucketWithRoom()).run(TIMES))
        .isEqualTo(TIMES);
    assertThat(Works.resilience4j(Contenders.resilience4jWithRoom()).run(TIMES)).isEqualTo(TIMES);
    assertThat(Works.failsafe(Contenders.failsafeWithRoom()).run(TIMES)).isEqualTo(TIMES);
    assertThat(Works.guava(Contenders.guavaWithRoom()).run(1)).isEqualTo(1);
  }

  @Test
  void contenders_that_are_used_up_refuse_everything() {
    assertThat(Works.bucket4j(Contenders.bucketUsedUp()).run(TIMES)).isZero();
    assertThat(Works.resilience4j(Contenders.resilience4jUsedUp()).run(TIMES)).isZero();
    assertThat(Works.failsafe(Contenders.failsafeUsedUp()).run(TIMES)).isZero();
    assertThat(Works.guava(Contenders.guavaUsedUp()).run(TIMES)).isZero();
  }

  @Test
  void an_account_leads_to_four_limiters() {
    assertThat(Works.resolve(AccountsInUse.one()).run(TIMES)).isEqualTo(TIMES - 1);
  }

  @Test
  void every_question_has_a_name_of_its_own() {
    assertThat(LimiterQuestions.all())
        .extracting(Question::label)
        .extracting(label -> label.name())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("limiter/"));
  }
}
