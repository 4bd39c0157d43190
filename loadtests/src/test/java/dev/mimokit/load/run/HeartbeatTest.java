package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.time.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 1_000);
  private final Heartbeat heartbeat = Heartbeat.manual(clock);

  @Test
  void a_beat_on_time_is_no_stall() {
    long start = clock.nanoTime();

    beatAfter(10);
    beatAfter(29);

    assertThat(heartbeat.worstSince(start)).isZero();
  }

  @Test
  void tells_the_longest_stall_since_then() {
    beatAfter(400);
    long start = clock.nanoTime();
    beatAfter(70);
    beatAfter(130);
    beatAfter(10);

    assertThat(heartbeat.worstSince(start)).isEqualTo(Duration.ofMillis(120).toNanos());
  }

  @Test
  void a_stall_that_still_lasts_counts() {
    long start = clock.nanoTime();

    clock.advance(Duration.ofMillis(90));

    assertThat(heartbeat.worstSince(start)).isEqualTo(Duration.ofMillis(80).toNanos());
  }

  private void beatAfter(long millis) {
    clock.advance(Duration.ofMillis(millis));
    heartbeat.beat();
  }

  @Test
  void what_stalls_elsewhere_counts_as_well() {
    long start = clock.nanoTime();

    beatAfter(10);
    heartbeat.stalled(Duration.ofSeconds(6).toNanos());

    assertThat(heartbeat.worstSince(start)).isEqualTo(Duration.ofSeconds(6).toNanos());
  }
}
