package dev.mimokit.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PacerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void spaces_attempts_evenly() {
    Pacer pacer = new Pacer(6, MINUTE, 1, 0);

    assertThat(transcript(pacer, 0, 0, 0, 5, 40, 45, 200, 200))
        .isEqualTo(
            """
              0.000 start   0.000
              0.000 start  10.000
              0.000 start  20.000
              5.000 start  30.000
             40.000 start  40.000
             45.000 start  50.000
            200.000 start 200.000
            200.000 start 210.000
            """);
  }

  @Test
  void pays_for_a_burst_by_a_wider_spacing() {
    Pacer pacer = new Pacer(6, MINUTE, 3, 0);

    assertThat(transcript(pacer, 0, 0, 0, 0, 0, 0, 0, 200, 200, 200, 200))
        .isEqualTo(
            """
              0.000 start   0.000
              0.000 start   0.000
              0.000 start   0.000
              0.000 start  15.000
              0.000 start  30.000
              0.000 start  45.000
              0.000 start  60.000
            200.000 start 200.000
            200.000 start 200.000
            200.000 start 200.000
            200.000 start 215.000
            """);
  }

  @Test
  void never_starts_more_than_the_permits_within_any_window() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int permits = 1 + random.nextInt(12);
      long start = random.nextLong();
      Pacer pacer = new Pacer(permits, MINUTE, 1 + random.nextInt(permits), start);
      List<Long> starts = starts(pacer, start, random);

      for (int i = permits; i < starts.size(); i++) {
        assertThat(starts.get(i) - starts.get(i - permits))
            .as("seed %d, start %d", seed, i)
            .isGreaterThanOrEqualTo(MINUTE.toNanos());
      }
    }
  }

  @Test
  void refuses_bursts_that_the_window_cannot_hold() {
    assertThatThrownBy(() -> new Pacer(6, MINUTE, 7, 0))
        .hasMessage("burst must be within 1..permits: 7 of 6");
    assertThatThrownBy(() -> new Pacer(0, MINUTE, 0, 0))
        .hasMessage("burst must be within 1..permits: 0 of 0");
  }

  private static List<Long> starts(Pacer pacer, long start, SplittableRandom random) {
    List<Long> starts = new ArrayList<>();
    long now = start;
    for (int i = 0; i < 60; i++) {
      now += random.nextLong(MINUTE.toNanos() / 6);
      starts.add(now + pacer.reserve(now));
    }
    return starts;
  }

  private static String transcript(Pacer pacer, double... askedSeconds) {
    return DoubleStream.of(askedSeconds)
        .mapToObj(asked -> line(asked, pacer.reserve((long) (asked * 1e9)) / 1e9))
        .collect(Collectors.joining());
  }

  private static String line(double asked, double wait) {
    return String.format(Locale.ROOT, "%7.3f start %7.3f%n", asked, asked + wait);
  }
}
