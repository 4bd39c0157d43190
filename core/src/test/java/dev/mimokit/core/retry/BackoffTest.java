package dev.mimokit.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {

  private static final Duration BASE = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofSeconds(10);

  @Test
  void constant_waits_the_same_after_every_attempt() {
    assertThat(seconds(new Backoff.Constant(Duration.ofMillis(700)), Fraction.HIGHEST))
        .containsExactly(0.7, 0.7, 0.7, 0.7, 0.7, 0.7);
  }

  @Test
  void without_jitter_it_doubles_up_to_the_cap() {
    assertThat(seconds(exponential(Jitter.NONE), Fraction.MIDDLE))
        .containsExactly(1.0, 2.0, 4.0, 8.0, 10.0, 10.0);
  }

  @Test
  void full_jitter_spans_from_nothing_to_the_delay() {
    assertThat(seconds(exponential(Jitter.FULL), Fraction.LOWEST)).containsOnly(0.0);
    assertThat(seconds(exponential(Jitter.FULL), Fraction.MIDDLE))
        .containsExactly(0.5, 1.0, 2.0, 4.0, 5.0, 5.0);
    assertThat(seconds(exponential(Jitter.FULL), Fraction.HIGHEST))
        .containsExactly(1.0, 2.0, 4.0, 8.0, 10.0, 10.0);
  }

  @Test
  void equal_jitter_keeps_at_least_half_the_delay() {
    assertThat(seconds(exponential(Jitter.EQUAL), Fraction.LOWEST))
        .containsExactly(0.5, 1.0, 2.0, 4.0, 5.0, 5.0);
    assertThat(seconds(exponential(Jitter.EQUAL), Fraction.MIDDLE))
        .containsExactly(0.75, 1.5, 3.0, 6.0, 7.5, 7.5);
    assertThat(seconds(exponential(Jitter.EQUAL), Fraction.HIGHEST))
        .containsExactly(1.0, 2.0, 4.0, 8.0, 10.0, 10.0);
  }

  @Test
  void decorrelated_jitter_grows_from_the_previous_wait_up_to_the_cap() {
    assertThat(seconds(exponential(Jitter.DECORRELATED), Fraction.LOWEST)).containsOnly(1.0);
    assertThat(seconds(exponential(Jitter.DECORRELATED), Fraction.MIDDLE))
        .containsExactly(2.0, 3.5, 5.75, 9.125, 10.0, 10.0);
    assertThat(seconds(exponential(Jitter.DECORRELATED), Fraction.HIGHEST))
        .containsExactly(3.0, 9.0, 10.0, 10.0, 10.0, 10.0);
  }

  @Test
  void decorrelated_jitter_spreads_the_first_wait_too() {
    Backoff backoff = exponential(Jitter.DECORRELATED);

    long low = backoff.delayNanos(Refusal.first(429), Fraction.LOWEST);
    long high = backoff.delayNanos(Refusal.first(429), Fraction.HIGHEST);

    assertThat(high).isGreaterThan(low);
  }

  @ParameterizedTest
  @EnumSource(Jitter.class)
  void every_wait_stays_between_zero_and_the_cap(Jitter jitter) {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Duration cap = Duration.ofNanos(1 + random.nextLong(Long.MAX_VALUE - 1));
      Duration base = Duration.ofNanos(random.nextLong(cap.toNanos()));
      Refusal refusal = after(1 + random.nextInt(2_000), random.nextLong(Long.MAX_VALUE));
      double factor = 1 + 9 * random.nextDouble();

      long delay = new Backoff.Exponential(base, factor, cap, jitter).delayNanos(refusal, random);

      assertThat(delay).as("seed %d", seed).isBetween(0L, cap.toNanos());
    }
  }

  @Test
  void draws_from_the_longest_span_there_is() {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);

    for (Jitter jitter : Jitter.values()) {
      Backoff backoff = new Backoff.Exponential(Duration.ZERO, 1, longest, jitter);
      assertThat(backoff.delayNanos(after(3, Long.MAX_VALUE), new SplittableRandom(7)))
          .as("%s", jitter)
          .isNotNegative();
    }
  }

  @Test
  void refuses_what_cannot_be_waited() {
    assertThatThrownBy(() -> new Backoff.Constant(Duration.ofNanos(-1)))
        .hasMessage("delay must not be negative: PT-0.000000001S");
    assertThatThrownBy(() -> new Backoff.Exponential(CAP, 2, BASE, Jitter.NONE))
        .hasMessage("cap PT1S must not be below base PT10S");
    assertThatThrownBy(() -> new Backoff.Exponential(BASE, Double.NaN, CAP, Jitter.NONE))
        .hasMessage("factor must be at least 1: NaN");
  }

  private static Backoff exponential(Jitter jitter) {
    return new Backoff.Exponential(BASE, 2, CAP, jitter);
  }

  /** Six waits in a row, each following the one before. */
  private static List<Double> seconds(Backoff backoff, RandomGenerator random) {
    List<Double> waits = new ArrayList<>();
    long previous = 0;
    for (int attempts = 1; attempts <= 6; attempts++) {
      previous = backoff.delayNanos(after(attempts, previous), random);
      waits.add(previous / 1e9);
    }
    return waits;
  }

  private static Refusal after(int attempts, long previousNanos) {
    return new Refusal(
        attempts, 429, false, OptionalLong.empty(), previousNanos, 0, Long.MAX_VALUE);
  }
}
