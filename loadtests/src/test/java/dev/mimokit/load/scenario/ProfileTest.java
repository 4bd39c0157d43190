package dev.mimokit.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final long SECOND = 1_000_000_000L;

  private final Profile smoke = Profile.of(true);
  private final Profile full = Profile.of(false);

  @Test
  void a_burst_arrives_in_one_instant() {
    assertThat(Profile.arrivals(smoke.burst(150))).hasSize(150).containsOnly(0);
  }

  @Test
  void an_open_load_offers_about_its_jobs() {
    assertThat(Profile.arrivals(smoke.open(130))).hasSizeBetween(128, 132);
    assertThat(Profile.arrivals(full.open(140))).hasSizeBetween(138, 142);
  }

  @Test
  void an_open_load_speeds_up_and_then_holds_its_rate() {
    long[] arrivals = Profile.arrivals(full.open(140));

    assertThat(arrivals).isSorted();
    assertThat(List.of(within(arrivals, 0, 10), within(arrivals, 10, 30), within(arrivals, 50, 70)))
        .isEqualTo(List.of(13L, 43L, 42L));
  }

  @Test
  void a_short_closed_load_thinks_in_proportion() {
    assertThat(smoke.think(40)).isEqualTo(Duration.ofMillis(300));
    assertThat(full.think(80)).isEqualTo(Duration.ofMillis(3_500));
  }

  private static long within(long[] arrivals, long fromSecond, long toSecond) {
    return Arrays.stream(arrivals)
        .filter(nanos -> nanos >= fromSecond * SECOND && nanos < toSecond * SECOND)
        .count();
  }
}
