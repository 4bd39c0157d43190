package dev.mimokit.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryAfterUseTest {

  private static final long SECOND = 1_000_000_000L;
  private static final RetryAfterUse SPREAD =
      new RetryAfterUse.Obey(Duration.ofMillis(250), Duration.ofSeconds(1));

  @Test
  void ignoring_keeps_the_backoff() {
    assertThat(new RetryAfterUse.Ignore().delayNanos(30 * SECOND, 7, Fraction.MIDDLE)).isEqualTo(7);
  }

  @Test
  void obeying_exactly_keeps_the_wait_asked_for() {
    assertThat(RetryAfterUse.Obey.exactly().delayNanos(30 * SECOND, 7, Fraction.HIGHEST))
        .isEqualTo(30 * SECOND);
  }

  @Test
  void obeying_with_spread_adds_on_top() {
    assertThat(SPREAD.delayNanos(30 * SECOND, 7, Fraction.LOWEST)).isEqualTo(30 * SECOND);
    assertThat(SPREAD.delayNanos(30 * SECOND, 7, Fraction.MIDDLE)).isEqualTo(30_500_000_000L);
    assertThat(SPREAD.delayNanos(30 * SECOND, 7, Fraction.HIGHEST)).isEqualTo(31 * SECOND);
  }

  @Test
  void obeying_a_wait_of_zero_keeps_the_floor() {
    assertThat(SPREAD.delayNanos(0, 7, Fraction.LOWEST)).isEqualTo(250_000_000L);
  }

  @Test
  void obeying_is_never_earlier_than_asked() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long asked = random.nextLong(Long.MAX_VALUE);

      assertThat(SPREAD.delayNanos(asked, 0, random)).as("seed %d", seed).isGreaterThan(asked - 1);
    }
  }

  @Test
  void obeying_the_longest_wait_does_not_overflow() {
    assertThat(SPREAD.delayNanos(Long.MAX_VALUE, 7, Fraction.HIGHEST)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void obeying_with_a_share_adds_up_to_that_part_of_the_wait() {
    RetryAfterUse quarter = new RetryAfterUse.ObeyAndSpread(0.25);

    assertThat(quarter.delayNanos(60 * SECOND, 7, Fraction.LOWEST)).isEqualTo(60 * SECOND);
    assertThat(quarter.delayNanos(60 * SECOND, 7, Fraction.HIGHEST)).isEqualTo(75 * SECOND);
    assertThat(quarter.delayNanos(4 * SECOND, 7, Fraction.HIGHEST)).isEqualTo(5 * SECOND);
    assertThat(quarter.delayNanos(Long.MAX_VALUE, 7, Fraction.HIGHEST)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refuses_a_share_that_is_not_a_share() {
    assertThatThrownBy(() -> new RetryAfterUse.ObeyAndSpread(-0.1))
        .hasMessage("share must be at least 0: -0.1");
    assertThatThrownBy(() -> new RetryAfterUse.ObeyAndSpread(Double.NaN))
        .hasMessage("share must be at least 0: NaN");
  }

  @Test
  void clamping_shortens_what_is_longer_only() {
    RetryAfterUse clamp = new RetryAfterUse.Clamp(Duration.ofSeconds(8));

    assertThat(clamp.delayNanos(30 * SECOND, 7, Fraction.MIDDLE)).isEqualTo(8 * SECOND);
    assertThat(clamp.delayNanos(3 * SECOND, 7, Fraction.MIDDLE)).isEqualTo(3 * SECOND);
  }

  @Test
  void refuses_negative_times() {
    assertThatThrownBy(() -> new RetryAfterUse.Clamp(Duration.ofSeconds(-1)))
        .hasMessage("longest must not be negative: PT-1S");
    assertThatThrownBy(() -> new RetryAfterUse.Obey(Duration.ZERO, Duration.ofSeconds(-1)))
        .hasMessage("floor and jitter must not be negative: PT0S, PT-1S");
  }
}
