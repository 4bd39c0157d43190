package dev.mimokit.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every metric against a journal small enough to compute the value by hand. */
class MetricTest {

  private static final Set<Metric> MEASURED = new TreeSet<>();

  @AfterAll
  static void every_metric_was_measured() {
    assertThat(MEASURED).containsExactlyElementsOf(List.of(Metric.values()));
  }

  @Test
  void attempts_min_is_of_the_call_with_fewest() {
    assertValue(Metric.ATTEMPTS_MIN, twoCalls().until(20), 1);
  }

  @Test
  void attempts_max_is_of_the_call_with_most() {
    assertValue(Metric.ATTEMPTS_MAX, twoCalls().until(20), 3);
  }

  @Test
  void retry_amplification_is_attempts_by_calls() {
    assertValue(Metric.RETRY_AMPLIFICATION, twoCalls().until(20), 2);
    assertAbsent(Metric.RETRY_AMPLIFICATION, Scene.asked().until(1));
  }

  @Test
  void stray_attempts_belong_to_no_call() {
    Scene scene = twoCalls().sent("job-of-yesterday", 1, 200);

    assertValue(Metric.STRAY_ATTEMPTS, scene.until(20), 1);
    assertValue(Metric.ATTEMPTS_MAX, scene.until(20), 3);
  }

  @Test
  void early_retries_come_more_than_ten_milliseconds_before_the_wait_is_over() {
    Scene scene =
        Scene.asked("a", "b", "c")
            .refused("a", 0, 2)
            .sent("a", 1.991, 200)
            .refused("b", 0, 2)
            .sent("b", 1.993, 200)
            .refused("c", 0, 2)
            .sent("c", 2.5, 200);

    assertValue(Metric.EARLY_RETRIES, scene.until(9), 1);
  }

  @Test
  void lateness_counts_from_when_the_wait_was_over() {
    Scene scene =
        Scene.asked("a", "b")
            .refused("a", 0, 2)
            .sent("a", 2.102, 200)
            .refused("b", 0, 2)
            .sent("b", 3.002, 200);

    assertValue(Metric.LATENESS_P95, scene.until(9), 1.0);
    assertAbsent(Metric.LATENESS_P95, twoCalls().until(20));
  }

  @Test
  void gap_min_counts_from_the_end_of_the_refusal() {
    assertValue(Metric.GAP_MIN, twoCalls().until(20), 0.998);
    assertAbsent(Metric.GAP_MIN, Scene.asked("a").sent("a", 0, 200).until(9));
  }

  @Test
  void delay_max_includes_the_wait_that_is_still_open() {
    assertValue(Metric.DELAY_MAX, twoCalls().until(20), 17 - 0.002);
    assertValue(Metric.DELAY_MAX, twoCalls().told("a", 4, 429, "E").until(20), 2 - 0.002);
  }

  @Test
  void delay_growth_is_the_second_median_by_the_first() {
    Scene scene =
        Scene.asked("a", "b", "c")
            .sent("a", 0, 429)
            .sent("a", 1.002, 429)
            .sent("a", 3.004, 429)
            .sent("b", 0, 429)
            .sent("b", 2.002, 429)
            .sent("b", 5.004, 429)
            .sent("c", 0, 429)
            .sent("c", 9.002, 429)
            .sent("c", 18.004, 429);

    assertValue(Metric.DELAY_GROWTH, scene.until(20), 3.0 / 2.0);
  }

  @Test
  void first_delay_cv_is_the_sample_deviation_by_the_mean() {
    Scene scene =
        Scene.asked("a", "b", "c")
            .sent("a", 0, 429)
            .sent("a", 1.002, 200)
            .sent("b", 0, 429)
            .sent("b", 2.002, 200)
            .sent("c", 0, 429)
            .sent("c", 3.002, 200);

    assertValue(Metric.FIRST_DELAY_CV, scene.until(9), 0.5);
    assertAbsent(Metric.FIRST_DELAY_CV, twoCalls().until(0.5));
  }

  @Test
  void first_delay_cv_says_nothing_of_delays_as_short_as_the_networks_own_spread() {
    Scene scene =
        Scene.asked("a", "b")
            .sent("a", 0, 429)
            .sent("a", 0.004, 200)
            .sent("b", 0, 429)
            .sent("b", 0.012, 200);

    assertAbsent(Metric.FIRST_DELAY_CV, scene.until(9));
  }

  @Test
  void retry_horizon_ends_with_the_last_attempt_or_with_the_observation() {
    assertValue(Metric.RETRY_HORIZON, twoCalls().told("a", 4, 429, "E").until(20), 3 - 0.002);
    assertValue(Metric.RETRY_HORIZON, twoCalls().until(20), 20 - 0.002);
  }

  @Test
  void makespan_reaches_to_the_last_success() {
    Scene scene = Scene.asked("a", "b").sent("a", 1, 200).sent("b", 0.5, 429).sent("b", 6, 200);

    assertValue(Metric.MAKESPAN, scene.until(20), 5.502);
    assertAbsent(Metric.MAKESPAN, Scene.asked("a").sent("a", 0, 429).until(20));
  }

  @Test
  void lost_counts_callers_left_with_nothing() {
    Scene scene =
        Scene.asked("served-silently", "refused", "told-of-an-error", "told-well")
            .sent("served-silently", 0, 200)
            .sent("refused", 0, 429)
            .sent("told-of-an-error", 0, 200)
            .told("told-of-an-error", 1, 0, "IOException")
            .sent("told-well", 0, 200)
            .told("told-well", 1, 200, "");

    assertValue(Metric.LOST, scene.until(9), 2);
  }

  @Test
  void duplicated_counts_calls_served_or_told_twice() {
    Scene scene =
        Scene.asked("served", "told", "once")
            .sent("served", 0, 200)
            .sent("served", 1, 200)
            .sent("told", 0, 200)
            .told("told", 1, 200, "")
            .told("told", 1, 200, "")
            .sent("once", 0, 200)
            .told("once", 1, 200, "");

    assertValue(Metric.DUPLICATED, scene.until(9), 2);
  }

  @Test
  void served_counts_calls_with_a_success_on_the_wire() {
    assertValue(Metric.SERVED, twoCalls().until(20), 1);
  }

  @Test
  void told_status_is_the_one_that_all_errors_name() {
    Scene scene = twoCalls().told("a", 4, 429, "E");

    assertAbsent(Metric.TOLD_STATUS, twoCalls().told("b", 4, 200, "").until(20));
    assertValue(Metric.TOLD_STATUS, scene.until(20), 429);
    assertValue(Metric.TOLD_STATUS, scene.told("b", 4, 500, "E").until(20), -1);
  }

  @Test
  void told_rate_limit_is_the_share_of_errors_that_name_it() {
    Scene scene =
        Scene.asked("a", "b", "c", "d")
            .told("a", 1, 429, "HttpError")
            .told("b", 1, 0, "RateLimitException")
            .told("c", 1, 400, "BadRequest")
            .told("d", 1, 200, "");

    assertValue(Metric.TOLD_RATE_LIMIT, scene.until(9), 2.0 / 3.0);
    assertAbsent(Metric.TOLD_RATE_LIMIT, twoCalls().until(20));
  }

  @Test
  void invented_counts_successes_that_nobody_served() {
    Scene scene = twoCalls().told("a", 4, 200, "").told("b", 4, 200, "");

    assertValue(Metric.INVENTED, scene.until(20), 1);
  }

  @Test
  void an_attempt_that_hangs_is_no_success_and_its_wait_counts_from_its_arrival() {
    Scene scene = Scene.asked("a").hung("a", 1);

    assertValue(Metric.SERVED, scene.until(9), 0);
    assertValue(Metric.DELAY_MAX, scene.until(9), 8);
  }

  @Test
  void what_happens_after_the_observation_does_not_count() {
    assertValue(Metric.ATTEMPTS_MAX, twoCalls().until(2.9), 2);
    assertValue(Metric.ATTEMPTS_MAX, twoCalls().until(3), 3);
  }

  @Test
  void ids_are_found_again_and_unknown_ones_are_named() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::id).map(Metric::of))
        .containsExactly(Metric.values());
    assertThatThrownBy(() -> Metric.of("speed"))
        .hasMessageStartingWith("unknown metric speed: expected one of attempts-min, ");
  }

  @Test
  void herd_factor_is_the_densest_tenth_of_a_second_of_second_attempts() {
    Scene scene = Scene.asked(names(20));
    for (int i = 0; i < 20; i++) {
      scene.sent("c" + i, 0, 429).sent("c" + i, i < 8 ? 2 + i * 0.01 : 3 + i * 0.2, 200);
    }

    assertValue(Metric.HERD_FACTOR, scene.until(20), 0.4);
    assertAbsent(Metric.HERD_FACTOR, twoCalls().until(20));
  }

  @Test
  void unanswered_calls_were_told_nothing() {
    Scene scene = Scene.asked("a", "b").sent("a", 0, 200).told("b", 1, 0, "ConnectError");

    assertValue(Metric.UNANSWERED, scene.until(9), 1);
  }

  @Test
  void retries_after_told_are_of_a_call_that_had_ended() {
    Scene scene =
        Scene.asked("a", "b")
            .refused("a", 0, 3)
            .told("a", 1, 0, Judge.CANCELLED)
            .sent("a", 3, 200)
            .sent("b", 2, 200);

    assertValue(Metric.RETRIES_AFTER_TOLD, scene.until(9), 1);
  }

  @Test
  void told_retry_after_is_the_shortest_that_an_error_exposes() {
    Scene scene = Scene.asked("a", "b").toldWait("a", 1, 30).toldWait("b", 1, 20);

    assertValue(Metric.TOLD_RETRY_AFTER, scene.until(9), 20);
    assertValue(Metric.TOLD_RETRY_AFTER, scene.told("a", 2, 429, "Refused").until(9), 0);
    assertAbsent(Metric.TOLD_RETRY_AFTER, Scene.asked("a").sent("a", 0, 200).until(9));
  }

  @Test
  void idempotency_breaks_when_a_call_changes_its_key_or_two_share_one() {
    Scene scene =
        Scene.asked("a", "b", "c")
            .claiming("a", 0, OptionalLong.empty(), "1")
            .claiming("a", 1, OptionalLong.empty(), "2")
            .claiming("b", 0, OptionalLong.empty(), "2")
            .claiming("c", 0, OptionalLong.empty(), "3")
            .claiming("c", 1, OptionalLong.empty(), "3");

    assertValue(Metric.IDEMPOTENCY_BREAKS, scene.until(9), 2);
    assertAbsent(Metric.IDEMPOTENCY_BREAKS, twoCalls().until(20));
  }

  @Test
  void miscounted_retries_differ_from_the_servers_count() {
    Scene scene =
        Scene.asked("a", "b")
            .claiming("a", 0, OptionalLong.of(0), "")
            .claiming("a", 1, OptionalLong.of(1), "")
            .claiming("b", 0, OptionalLong.of(1), "")
            .claiming("b", 1, OptionalLong.of(1), "");

    assertValue(Metric.MISCOUNTED_RETRIES, scene.until(9), 1);
    assertAbsent(Metric.MISCOUNTED_RETRIES, twoCalls().until(20));
  }

  @Test
  void new_during_hold_begin_while_another_waits_as_asked() {
    Scene scene =
        Scene.asked("a", "b", "c")
            .refused("a", 0, 3)
            .sent("b", 1, 200)
            .sent("b", 2, 200)
            .sent("a", 3.1, 200)
            .sent("c", 4, 200);

    assertValue(Metric.NEW_DURING_HOLD, scene.until(9), 1);
    assertAbsent(Metric.NEW_DURING_HOLD, twoCalls().until(20));
  }

  @Test
  void fairness_is_jains_index_over_the_keys() {
    Scene scene =
        Scene.asked("a", "b", "c", "d")
            .sentBy("k1", "a", 0, 200)
            .sentBy("k1", "b", 0, 200)
            .sentBy("k1", "c", 0, 200)
            .sentBy("k2", "d", 0, 200);

    assertValue(Metric.FAIRNESS, scene.until(9), 0.8);
    assertAbsent(Metric.FAIRNESS, twoCalls().until(20));
  }

  @Test
  void served_before_refusal_counts_what_the_quota_let_through() {
    Scene scene =
        Scene.asked("a", "b", "c")
            .sentBy("k1", "a", 0, 200)
            .sentBy("k2", "b", 1, 200)
            .sentBy("k1", "c", 2, 429)
            .sentBy("k1", "c", 3, 200);

    assertValue(Metric.SERVED_BEFORE_REFUSAL, scene.until(9), 2);
  }

  @Test
  void unrefused_told_p95_is_of_calls_that_nothing_stood_in_the_way_of() {
    Scene scene =
        Scene.asked("a", "b")
            .refused("a", 0, 5)
            .sent("a", 5, 200)
            .told("a", 5.1, 200, "")
            .sent("b", 1, 200)
            .told("b", 1.5, 200, "");

    assertValue(Metric.UNREFUSED_TOLD_P95, scene.until(9), 1.5);
  }

  @Test
  void recovery_ends_when_as_many_are_served_as_before() {
    Scene scene = outage();

    assertValue(Metric.RECOVERY, scene.until(20), 3);
    assertValue(Metric.AFTER_PEAK, scene.until(20), 2);
    assertAbsent(Metric.RECOVERY, twoCalls().until(20));
  }

  /** Two a second for 2 s, a failure at 3 s, a success at 5 s, and four at once at 6 s. */
  private static Scene outage() {
    Scene scene = Scene.asked(names(10));
    for (int i = 0; i < 4; i++) {
      scene.sent("c" + i, i * 0.5, 200);
    }
    scene.sent("c4", 3, 503).sent("c5", 5, 200);
    for (int i = 6; i < 10; i++) {
      scene.sent("c" + i, 6, 200);
    }
    return scene;
  }

  @Test
  void what_nobody_heard_is_not_taken_for_waiting() {
    Scene scene = Scene.asked("a").refused("a", 0, 30).told("a", 1, 429, "Refused");

    assertThat(Metric.RETRY_HORIZON.measure(scene.onTheWireUntil(20))).isEmpty();
    assertThat(Metric.DELAY_MAX.measure(scene.onTheWireUntil(20))).isEmpty();
  }

  private static String[] names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toArray(String[]::new);
  }

  @Test
  void in_flight_max_counts_attempts_of_one_call_that_are_not_over() {
    Scene scene = Scene.asked("a", "b").hung("a", 0).sent("a", 1, 200).hung("a", 2).hung("b", 0);

    assertValue(Metric.IN_FLIGHT_MAX, scene.until(9), 2);
    assertValue(Metric.IN_FLIGHT_MAX, twoCalls().until(20), 1);
  }

  @Test
  void an_attempt_that_is_broken_off_is_over_and_was_not_served() {
    Scene scene = Scene.asked("a").brokenOff("a", 0, 3).sent("a", 4, 200);

    assertValue(Metric.IN_FLIGHT_MAX, scene.until(9), 1);
    assertValue(Metric.GAP_MIN, scene.until(9), 1);
    assertValue(Metric.DUPLICATED, scene.until(9), 0);
  }

  @Test
  void bodies_and_keys_are_compared_within_a_call() {
    assertValue(Metric.BODIES_MAX, twoCalls().until(20), 1);
    assertValue(Metric.KEYS_MAX, twoCalls().until(20), 1);
    assertValue(Metric.BODIES_MAX, twoCalls().resent("a", 4, "k", "other").until(20), 2);
    assertValue(Metric.KEYS_MAX, twoCalls().resent("a", 4, "other", "b").until(20), 2);
    assertAbsent(Metric.KEYS_MAX, Scene.asked("a").sent("a", 0, 200).until(9));
  }

  @Test
  void told_after_counts_from_the_first_attempt_and_goes_on_while_nothing_is_told() {
    assertValue(Metric.TOLD_AFTER_MAX, twoCalls().told("a", 5, 429, "E").until(5), 5);
    assertValue(Metric.TOLD_AFTER_MAX, twoCalls().told("b", 5, 200, "").until(9), 9);
  }

  @Test
  void a_text_that_begins_twice_repeats_itself() {
    Scene scene =
        Scene.asked("a", "b", "c")
            .toldText("a", "The old harbor waThe old harbor waits.")
            .toldText("b", "The old harbor waits. The old boat waits.")
            .toldText("c", "ha ha ha ha");

    assertValue(Metric.REPEATED_TEXT, scene.until(9), 1);
  }

  @Test
  void a_wait_without_end_is_no_early_retry_of_the_far_future() {
    assertThat(Scene.asked("a").refused("a", 0, Integer.MAX_VALUE).sent("a", 1, 200).until(9))
        .satisfies(run -> assertValue(Metric.EARLY_RETRIES, run, 1));
  }

  /** Call a: refused at 0, 1 and 3 s; call b: served at 0. */
  private static Scene twoCalls() {
    return Scene.asked("a", "b")
        .sent("a", 0, 429)
        .sent("a", 1, 429)
        .sent("a", 3, 429)
        .sent("b", 0, 200);
  }

  private static void assertValue(Metric metric, Evidence evidence, double expected) {
    MEASURED.add(metric);
    assertThat(metric.measure(evidence).orElseThrow()).isCloseTo(expected, within(1e-9));
  }

  private static void assertAbsent(Metric metric, Evidence evidence) {
    assertThat(metric.measure(evidence)).isEmpty();
  }
}
