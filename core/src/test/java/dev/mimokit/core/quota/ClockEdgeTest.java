package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Odd clocks, at real sizes: what every window kind does at the ends of the range of instants. */
class ClockEdgeTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long MONTH = 30L * 24 * 60 * MINUTE;

  private static Quota hundred(WindowKind kind) {
    return Quota.perMinute(100, 10_000_000, 1_000, kind);
  }

  private static int admitAll(QuotaLimiter limiter, long now, long tokens) {
    int admitted = 0;
    while (limiter.tryAcquire(now, tokens) instanceof Lease) {
      admitted++;
    }
    return admitted;
  }

  @ParameterizedTest
  @EnumSource
  void counts_the_same_where_the_clock_overflows(WindowKind kind) {
    long late = Long.MAX_VALUE - SECOND;
    QuotaLimiter limiter = new QuotaLimiter(hundred(kind), late);
    QuotaLimiter plain = new QuotaLimiter(hundred(kind), 0);

    for (long pause : new long[] {0, 1, SECOND, 2 * SECOND, 59 * SECOND, 3 * MINUTE}) {
      assertThat(admitAll(limiter, late + pause, 1)).isEqualTo(admitAll(plain, pause, 1));
      Rejected refusal = (Rejected) limiter.tryAcquire(late + pause, 1);
      Rejected expected = (Rejected) plain.tryAcquire(pause, 1);
      assertThat(refusal.retryAfterNanos(late + pause)).isEqualTo(expected.retryAfterNanos(pause));
      assertThat(refusal.violated()).isEqualTo(expected.violated());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_month_without_requests_leaves_nothing_behind(WindowKind kind) {
    QuotaLimiter limiter = new QuotaLimiter(hundred(kind), 0);
    int first = admitAll(limiter, 0, 1_000);

    assertThat(limiter.snapshot(MONTH).requests()).isZero();
    assertThat(limiter.snapshot(MONTH).tokens()).isZero();
    assertThat(admitAll(limiter, MONTH, 1_000)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void a_step_back_mints_nothing(WindowKind kind) {
    QuotaLimiter limiter = new QuotaLimiter(hundred(kind), 0);
    admitAll(limiter, 10 * MINUTE, 1);

    assertThat(admitAll(limiter, 0, 1)).isZero();
    assertThat(admitAll(limiter, 10 * MINUTE, 1)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_stream_longer_than_the_window_pays_what_it_did_not_reserve(WindowKind kind) {
    QuotaLimiter limiter = new QuotaLimiter(hundred(kind), 0);
    Lease frugal = (Lease) limiter.tryAcquire(0, 5_000);
    Lease wasteful = (Lease) limiter.tryAcquire(0, 5_000);

    frugal.settle(20 * MINUTE, 10);
    wasteful.settle(20 * MINUTE, 131_072);

    assertThat(limiter.snapshot(20 * MINUTE).tokens()).isEqualTo(126_072);
    assertThat(limiter.snapshot(20 * MINUTE).requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void actual_tokens_are_charged_when_they_are_known(WindowKind kind) {
    Counting counting =
        new Counting(kind, Duration.ofMinutes(1), TokenAccounting.ACTUAL_ONLY, false);
    QuotaLimiter limiter = new QuotaLimiter(Quota.perMinute(100, 1_000, 9, counting), 0);
    Lease lease = (Lease) limiter.tryAcquire(0, 5_000_000);
    assertThat(lease.reservedTokens()).isZero();

    lease.settle(SECOND, 1_500);

    Rejected refusal = (Rejected) limiter.tryAcquire(SECOND, 1);
    assertThat(refusal.violated()).containsExactly(Limit.TPM);
    assertThat(limiter.snapshot(SECOND).tokens()).isEqualTo(1_500);
  }

  @ParameterizedTest
  @EnumSource
  void no_limit_is_no_limit(WindowKind kind) {
    Quota none =
        Quota.perMinute(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Counting.over(kind));
    QuotaLimiter limiter = new QuotaLimiter(none, 0);

    for (int i = 0; i < 1_000; i++) {
      Lease lease = (Lease) limiter.tryAcquire(i * SECOND, 100_000_000_000L);
      lease.settle(i * SECOND, i);
    }

    assertThat(limiter.waitNanos(1_000 * SECOND, 1)).isEqualTo(OptionalLong.of(0));
  }

  @ParameterizedTest
  @EnumSource
  void a_repeated_refusal_is_one_object(WindowKind kind) {
    QuotaLimiter full = new QuotaLimiter(hundred(kind), 0);
    admitAll(full, 0, 1);
    QuotaLimiter spent = new QuotaLimiter(hundred(kind), 0);
    spent.tryAcquire(0, 10_000_000);
    QuotaLimiter busy = new QuotaLimiter(Quota.perMinute(100, 10_000_000, 1, kind), 0);
    busy.tryAcquire(0, 1);

    for (QuotaLimiter limiter : new QuotaLimiter[] {full, spent, busy}) {
      long now = kind == WindowKind.SUB_WINDOWS && limiter != full ? SECOND : 0;
      assertThat(limiter.tryAcquire(now, 7)).isSameAs(limiter.tryAcquire(now, 7));
    }
  }

  @Test
  void shares_are_exact_beyond_a_long() {
    assertThat(Share.floor(Long.MAX_VALUE, 3, 4)).isEqualTo(Long.MAX_VALUE / 4 * 3 + 2);
    assertThat(Share.ceil(Long.MAX_VALUE, 3, 4)).isEqualTo(Long.MAX_VALUE / 4 * 3 + 3);
    assertThat(Share.floor(10, 10, 3)).isEqualTo(33);
    assertThat(Share.ceil(10, 10, 3)).isEqualTo(34);
  }

  @Test
  void a_bucket_that_cannot_count_exactly_says_so() {
    assertThatThrownBy(() -> Quota.perMinute(100, 999_999_999_989L, 1, WindowKind.TOKEN_BUCKET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tokens are more than a token bucket can count exactly in PT1M: 999999999989");
  }
}
