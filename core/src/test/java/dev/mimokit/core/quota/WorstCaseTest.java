package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The most that 100 requests a minute admit in any 60 seconds, as {@link WindowKind} states it:
 * from the log of admissions of adversaries that try every millisecond, from several phases on.
 */
class WorstCaseTest {

  private static final long MILLI = 1_000_000L;
  private static final int MINUTE = 60_000;
  private static final int LIMIT = 100;

  @Test
  void an_adversary_gets_what_the_kind_states_and_no_more() {
    StringBuilder worst = new StringBuilder();
    for (WindowKind kind : WindowKind.values()) {
      worst.append("%-16s %d%n".formatted(kind, worst(Counting.over(kind))));
    }
    Counting spread =
        new Counting(
            WindowKind.TOKEN_BUCKET,
            Duration.ofSeconds(1),
            TokenAccounting.RESERVE_AND_SETTLE,
            false);
    worst.append("%-16s %d%n".formatted("grain of 1 s", worst(spread)));

    assertThat(worst)
        .hasToString(
            """
            SLIDING_LOG      100
            CALENDAR         200
            FIXED_FROM_FIRST 199
            SLIDING_COUNTER  199
            TOKEN_BUCKET     199
            SUB_WINDOWS      122
            grain of 1 s     100
            """);
  }

  @ParameterizedTest
  @EnumSource
  void one_that_never_waits_is_never_admitted_again_where_refused_requests_count(WindowKind kind) {
    Counting counting =
        new Counting(kind, Duration.ofMinutes(1), TokenAccounting.RESERVE_AND_SETTLE, true);
    List<Integer> log = admissions(counting, 0, 10 * MINUTE);

    long late = log.stream().filter(at -> at >= 2 * MINUTE && at % MINUTE != 0).count();

    if (kind == WindowKind.SLIDING_LOG || kind == WindowKind.TOKEN_BUCKET) {
      assertThat(log).as("only the first burst").hasSizeLessThanOrEqualTo(LIMIT);
    } else if (kind == WindowKind.SLIDING_COUNTER) {
      assertThat(late).isZero();
    } else {
      assertThat(log).as("an edge forgives").hasSizeGreaterThan(9 * LIMIT);
    }
  }

  private static int worst(Counting counting) {
    int worst = 0;
    for (int phase : new int[] {0, 1, 30_000, 59_500, 59_999}) {
      worst = Math.max(worst, mostWithinAMinute(patient(counting, phase)));
      worst = Math.max(worst, mostWithinAMinute(admissions(counting, phase, 5 * MINUTE)));
    }
    return worst;
  }

  /**
   * One request opens whatever opens, and the rest is held back for the end of the first minute.
   */
  private static List<Integer> patient(Counting counting, int phase) {
    QuotaLimiter limiter = limiter(counting);
    List<Integer> log = new ArrayList<>();
    ask(limiter, phase, log);
    for (int at = phase + MINUTE - 100; at < phase + 3 * MINUTE; at++) {
      while (ask(limiter, at, log)) {
        // as many as it gives
      }
    }
    return log;
  }

  private static List<Integer> admissions(Counting counting, int from, int millis) {
    QuotaLimiter limiter = limiter(counting);
    List<Integer> log = new ArrayList<>();
    for (int at = from; at < from + millis; at++) {
      while (ask(limiter, at, log)) {
        // as many as it gives
      }
    }
    return log;
  }

  private static QuotaLimiter limiter(Counting counting) {
    return new QuotaLimiter(Quota.perMinute(LIMIT, 10_000_000, Integer.MAX_VALUE, counting), 0);
  }

  private static boolean ask(QuotaLimiter limiter, int millis, List<Integer> log) {
    boolean admitted = limiter.tryAcquire(millis * MILLI, 1) instanceof Lease;
    if (admitted) {
      log.add(millis);
    }
    return admitted;
  }

  private static int mostWithinAMinute(List<Integer> log) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < log.size(); to++) {
      while (log.get(to) - log.get(from) >= MINUTE) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
