package dev.mimokit.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long[] UNPLANNED = {};

  private final Recorder recorder = new Recorder();

  @Test
  void counts_attempts_by_what_came_back() {
    record(1, 0, 9 * MILLI, 429, 200);
    record(2, 0, 2 * MILLI, 503, 0, 429);
    recorder.offer();
    attempt(429);

    Counters counters = new Tally(recorder, UNPLANNED).counters();

    assertThat(counters).isEqualTo(new Counters(3, 1, 1, 6, 3, 1, 1, 3, 9_000));
    assertThat(counters.unfinished()).isEqualTo(1);
  }

  @Test
  void a_late_start_counts_as_latency_of_an_open_load() {
    long[] arrivals = {0, 10 * MILLI, 20 * MILLI};
    long origin = Long.MAX_VALUE - 15 * MILLI;
    record(1, origin, origin + MILLI, 200);
    record(2, origin + 14 * MILLI, origin + 15 * MILLI, 200);
    record(3, origin + 20 * MILLI, origin + 21 * MILLI, 200);

    Tally tally = new Tally(recorder, arrivals);

    assertThat(tally.counters().longestCallMicros()).isEqualTo(5_000);
    assertThat(tally.callLatency().getMinValue()).isBetween(999L, 1_001L);
  }

  @Test
  void the_origin_is_the_earliest_that_no_start_contradicts() {
    long[] arrivals = {0, 10 * MILLI};
    record(1, 4 * MILLI, 5 * MILLI, 200);
    record(2, 11 * MILLI, 12 * MILLI, 200);

    assertThat(new Tally(recorder, arrivals).counters().longestCallMicros()).isEqualTo(4_000);
  }

  @Test
  void a_closed_load_counts_from_real_starts() {
    record(1, 0, MILLI, 200);
    record(2, 700 * MILLI, 703 * MILLI, 200);

    assertThat(new Tally(recorder, UNPLANNED).counters().longestCallMicros()).isEqualTo(3_000);
  }

  @Test
  void call_latency_is_of_answered_calls_and_attempt_latency_of_answers() {
    record(1, 0, 8 * MILLI, 429, 200);
    record(2, 0, 2 * MILLI, 429, 0);

    Tally tally = new Tally(recorder, UNPLANNED);

    assertThat(tally.callLatency().getTotalCount()).isEqualTo(1);
    assertThat(tally.attemptLatency().getTotalCount()).isEqualTo(3);
  }

  private void record(long user, long start, long end, int... statuses) {
    recorder.offer();
    Arrays.stream(statuses).forEach(this::attempt);
    boolean answered = statuses[statuses.length - 1] == 200;
    recorder.finish(new CallSample(user, start, end, statuses.length, answered));
  }

  private void attempt(int status) {
    recorder.attempt(new AttemptSample(status, 100 * MICRO));
  }
}
