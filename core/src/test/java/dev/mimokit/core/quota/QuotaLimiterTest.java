package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaLimiterTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final Quota DOCUMENTED =
      Quota.perMinute(100, 10_000_000, 100, WindowKind.SLIDING_LOG);
  private static final Quota CALENDAR =
      Quota.perMinute(100, 10_000_000, 1_000, WindowKind.CALENDAR);

  private final StringBuilder transcript = new StringBuilder();

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - 30 * SECOND, Long.MIN_VALUE, -5})
  void rejects_the_101st_request_within_one_minute(long start) {
    QuotaLimiter limiter = new QuotaLimiter(DOCUMENTED, start);

    ask(limiter, start, 0, 100);
    ask(limiter, start, 0.5, 1);
    ask(limiter, start, 59.999, 1);
    ask(limiter, start, 60, 101);

    assertThat(transcript)
        .hasToString(
            """
             0.000 admit  100
             0.500 reject [RPM] retry-after 59.500
            59.999 reject [RPM] retry-after 0.001
            60.000 admit  100
            60.000 reject [RPM] retry-after 60.000
            """);
  }

  @Test
  void returns_permits_one_by_one_as_they_age() {
    Quota three = Quota.perMinute(3, 1_000, 10, WindowKind.SLIDING_LOG);
    QuotaLimiter limiter = new QuotaLimiter(three, 0);

    for (double at : List.of(0.0, 20.0, 40.0, 50.0, 60.0, 61.0, 80.0)) {
      ask(limiter, 0, at, 1);
    }

    assertThat(transcript)
        .hasToString(
            """
             0.000 admit  1
            20.000 admit  1
            40.000 admit  1
            50.000 reject [RPM] retry-after 10.000
            60.000 admit  1
            61.000 reject [RPM] retry-after 19.000
            80.000 admit  1
            """);
  }

  @Test
  void two_counters_weigh_the_window_before() {
    QuotaLimiter limiter =
        new QuotaLimiter(Quota.perMinute(4, 1_000, 10, WindowKind.SLIDING_COUNTER), 0);

    for (double at : List.of(0.0, 75.0, 90.0)) {
      ask(limiter, 0, at, 5);
    }

    assertThat(transcript)
        .hasToString(
            """
             0.000 admit  4
             0.000 reject [RPM] retry-after 75.000
            75.000 admit  1
            75.000 reject [RPM] retry-after 15.000
            90.000 admit  1
            90.000 reject [RPM] retry-after 15.000
            """);
  }

  @Test
  void a_bucket_drains_at_even_distances() {
    Counting two =
        new Counting(
            WindowKind.TOKEN_BUCKET,
            Duration.ofSeconds(20),
            TokenAccounting.RESERVE_AND_SETTLE,
            false);
    QuotaLimiter limiter = new QuotaLimiter(Quota.perMinute(6, 1_000, 10, two), 0);

    for (double at : List.of(0.0, 1.0, 10.0, 40.0)) {
      ask(limiter, 0, at, 3);
    }

    assertThat(transcript)
        .hasToString(
            """
             0.000 admit  2
             0.000 reject [RPM] retry-after 10.000
             1.000 reject [RPM] retry-after 9.000
            10.000 admit  1
            10.000 reject [RPM] retry-after 10.000
            40.000 admit  2
            40.000 reject [RPM] retry-after 10.000
            """);
  }

  @Test
  void asks_for_the_longest_wait_of_all_violated_limits() {
    Quota small = Quota.perMinute(2, 100, 10, WindowKind.SLIDING_LOG);
    QuotaLimiter limiter = new QuotaLimiter(small, 0);
    limiter.tryAcquire(0, 10);
    limiter.tryAcquire(30 * SECOND, 90);

    Rejected rejected = (Rejected) limiter.tryAcquire(40 * SECOND, 50);

    assertThat(rejected.violated()).containsExactlyInAnyOrder(Limit.RPM, Limit.TPM);
    assertThat(rejected.retryAfterNanos(40 * SECOND)).isEqualTo(50 * SECOND);
  }

  @Test
  void a_refusal_charges_nothing() {
    QuotaLimiter limiter = new QuotaLimiter(Quota.perMinute(2, 100, 1, WindowKind.SLIDING_LOG), 0);
    limiter.tryAcquire(0, 60);
    QuotaState before = limiter.snapshot(1);

    assertThat(limiter.tryAcquire(1, 50)).isInstanceOf(Rejected.class);
    assertThat(violated(limiter.tryAcquire(1, 10))).containsExactly("CONCURRENCY");
    assertThat(limiter.tryAcquire(1, 101)).isEqualTo(Rejected.NEVER);

    assertThat(limiter.snapshot(1)).isEqualTo(before);
  }

  @Test
  void a_request_larger_than_the_limit_is_never_promised_a_time() {
    Rejected never =
        (Rejected) new QuotaLimiter(DOCUMENTED, 0).tryAcquire(0, DOCUMENTED.tokens() + 1);

    assertThat(never.never()).isTrue();
    assertThat(never.hasRetryAfter()).isFalse();
    assertThatThrownBy(() -> never.retryAfterNanos(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void settling_returns_what_was_not_used_and_keeps_the_request_counted() {
    QuotaLimiter limiter = new QuotaLimiter(DOCUMENTED, 0);
    Lease lease = (Lease) limiter.tryAcquire(0, 1_000);

    assertThat(lease.settle(SECOND, 300)).isTrue();
    assertThat(lease.settle(SECOND, 900)).isFalse();
    assertThat(lease.cancel(SECOND)).isFalse();

    QuotaState state = limiter.snapshot(SECOND);
    assertThat(state.tokens()).isEqualTo(300);
    assertThat(state.requests()).isEqualTo(1);
    assertThat(state.inFlight()).isZero();
  }

  @Test
  void a_stream_longer_than_the_window_is_charged_for_what_it_did_not_reserve() {
    QuotaLimiter limiter = new QuotaLimiter(DOCUMENTED, 0);
    Lease lease = (Lease) limiter.tryAcquire(0, 1_000);

    lease.settle(20 * MINUTE, 131_072);

    QuotaState state = limiter.snapshot(20 * MINUTE);
    assertThat(state.requests()).isZero();
    assertThat(state.tokens()).isEqualTo(130_072);
    assertThat(limiter.snapshot(21 * MINUTE).tokens()).isZero();
  }

  @Test
  void charging_more_than_reserved_withdraws_the_standing_refusal() {
    QuotaLimiter limiter = new QuotaLimiter(Quota.perMinute(1, 100, 5, WindowKind.SLIDING_LOG), 0);
    Lease lease = (Lease) limiter.tryAcquire(0, 10);
    assertThat(violated(limiter.tryAcquire(1, 50))).containsExactly("RPM");

    lease.settle(2, 80);

    assertThat(violated(limiter.tryAcquire(3, 50))).containsExactly("RPM", "TPM");
  }

  @Test
  void restores_a_phase_so_that_true_waits_follow() {
    QuotaLimiter limiter = new QuotaLimiter(DOCUMENTED, 0);
    Charge full = new Charge(56 * SECOND, 100, 0);

    limiter.restore(5 * MINUTE, new QuotaState(List.of(full), 0, OptionalLong.empty()));

    Rejected rejected = (Rejected) limiter.tryAcquire(5 * MINUTE, 1);
    assertThat(rejected.retryAfterNanos(5 * MINUTE)).isEqualTo(4 * SECOND);
    assertThat(limiter.tryAcquire(5 * MINUTE + 4 * SECOND, 1)).isInstanceOf(Lease.class);
  }

  @Test
  void a_lease_from_before_a_restore_no_longer_counts() {
    QuotaLimiter limiter = new QuotaLimiter(DOCUMENTED, 0);
    Lease lease = (Lease) limiter.tryAcquire(0, 10);

    limiter.restore(SECOND, QuotaState.EMPTY);
    lease.settle(2 * SECOND, 500);

    assertThat(limiter.snapshot(2 * SECOND)).isEqualTo(QuotaState.EMPTY);
  }

  @Test
  void a_snapshot_restores_to_itself() {
    QuotaLimiter limiter = new QuotaLimiter(DOCUMENTED, 0);
    IntStream.range(0, 30).forEach(i -> limiter.tryAcquire(i * SECOND, i));
    QuotaState state = limiter.snapshot(40 * SECOND);
    QuotaLimiter other = new QuotaLimiter(DOCUMENTED, 0);

    other.restore(40 * SECOND, state);

    assertThat(other.snapshot(40 * SECOND)).isEqualTo(state);
  }

  @Test
  void a_calendar_window_returns_all_permits_at_its_edge() {
    QuotaLimiter limiter = new QuotaLimiter(CALENDAR, -55 * SECOND);

    ask(limiter, 0, 0, 101);
    ask(limiter, 0, 4.999, 1);
    ask(limiter, 0, 5, 101);

    assertThat(transcript)
        .hasToString(
            """
             0.000 admit  100
             0.000 reject [RPM] retry-after 5.000
             4.999 reject [RPM] retry-after 0.001
             5.000 admit  100
             5.000 reject [RPM] retry-after 60.000
            """);
  }

  @Test
  void a_calendar_window_is_entered_late_by_restoring_its_age() {
    QuotaLimiter limiter = new QuotaLimiter(CALENDAR, 0);
    QuotaState late =
        new QuotaState(List.of(new Charge(10 * SECOND, 100, 7)), 0, OptionalLong.of(55 * SECOND));

    limiter.restore(MINUTE / 2, late);

    Rejected rejected = (Rejected) limiter.tryAcquire(MINUTE / 2, 1);
    assertThat(rejected.retryAfterNanos(MINUTE / 2)).isEqualTo(5 * SECOND);
    assertThat(limiter.snapshot(MINUTE / 2).windowAgeNanos()).hasValue(55 * SECOND);
  }

  @Test
  void a_calendar_window_is_not_refunded_for_what_an_earlier_one_was_charged() {
    QuotaLimiter limiter = new QuotaLimiter(CALENDAR, 0);
    Lease frugal = (Lease) limiter.tryAcquire(0, 1_000);
    Lease wasteful = (Lease) limiter.tryAcquire(0, 1_000);
    limiter.tryAcquire(MINUTE, 500);

    frugal.settle(MINUTE, 10);
    wasteful.settle(MINUTE, 1_200);

    assertThat(limiter.snapshot(MINUTE).tokens()).isEqualTo(700);
  }

  @Test
  void a_backward_step_of_the_clock_mints_nothing() {
    QuotaLimiter limiter =
        new QuotaLimiter(Quota.perMinute(100, 10_000_000, 1_000, WindowKind.SLIDING_LOG), 0);
    IntStream.range(0, 100).forEach(i -> limiter.tryAcquire(MINUTE, 0));

    assertThat(limiter.tryAcquire(0, 0)).isInstanceOf(Rejected.class);
    assertThat(limiter.tryAcquire(MINUTE + 30L * 24 * 60 * MINUTE, 0)).isInstanceOf(Lease.class);
  }

  @Test
  void never_admits_more_than_the_limit_when_two_threads_race() throws Exception {
    QuotaLimiter limiter = new QuotaLimiter(DOCUMENTED, 0);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Long>> admitted = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        admitted.add(
            threads.submit(
                () -> {
                  start.await();
                  return IntStream.range(0, 5_000)
                      .filter(i -> limiter.tryAcquire(i, 1) instanceof Lease)
                      .count();
                }));
      }
      start.countDown();
      long total = 0;
      for (Future<Long> part : admitted) {
        total += part.get();
      }
      assertThat(total).isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void an_unlimited_quota_admits_everything() {
    QuotaLimiter limiter = new QuotaLimiter(Quota.unlimited(), 0);

    IntStream.range(0, 1_000)
        .forEach(
            i -> assertThat(limiter.tryAcquire(i, 100_000_000_000L)).isInstanceOf(Lease.class));
  }

  @Test
  void refuses_limits_below_one_with_the_value() {
    assertThatThrownBy(() -> new Quota(0, 1, 1, Duration.ofMinutes(1), WindowKind.CALENDAR))
        .hasMessage("requests must be at least 1: 0");
    assertThatThrownBy(() -> new QuotaLimiter(DOCUMENTED, 0).tryAcquire(0, -1))
        .hasMessage("tokens must not be negative: -1");
  }

  /** Asks n times at that second and notes what came, admissions counted together. */
  private void ask(QuotaLimiter limiter, long start, double second, int times) {
    long now = start + Math.round(second * SECOND);
    int admitted = 0;
    @Nullable Rejected first = null;
    for (int i = 0; i < times; i++) {
      Admission answer = limiter.tryAcquire(now, 1);
      if (answer instanceof Lease lease) {
        lease.settle(now, 1);
        admitted++;
      } else if (first == null) {
        first = (Rejected) answer;
      }
    }
    if (admitted > 0) {
      note(second, "admit  " + admitted);
    }
    if (first != null) {
      double wait = first.retryAfterNanos(now) / (double) SECOND;
      note(
          second, String.format(Locale.ROOT, "reject %s retry-after %.3f", first.violated(), wait));
    }
  }

  private void note(double second, String what) {
    transcript.append(String.format(Locale.ROOT, "%6.3f %s%n", second, what));
  }

  private static List<String> violated(Admission answer) {
    return ((Rejected) answer).violated().stream().map(Enum::name).sorted().toList();
  }
}
