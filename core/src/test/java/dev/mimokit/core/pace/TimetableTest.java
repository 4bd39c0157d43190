package dev.mimokit.core.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

  private static final Timetable TIMETABLE = new Timetable(80, 20);

  @Test
  void gives_every_event_a_slot_of_its_own() {
    String due =
        IntStream.range(0, 5)
            .mapToObj(slot -> String.valueOf(TIMETABLE.dueNanos(1000, slot)))
            .collect(Collectors.joining(" "));

    assertThat(due).isEqualTo("1080 1100 1120 1140 1160");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE - 90, Long.MAX_VALUE, Long.MIN_VALUE})
  void keeps_its_distances_from_any_clock_origin(long start) {
    for (int slot = 0; slot < 10; slot++) {
      assertThat(TIMETABLE.dueNanos(start, slot) - start).isEqualTo(80 + 20L * slot);
    }
  }

  @Test
  void does_not_overflow_on_the_longest_answer() {
    assertThat(new Timetable(0, 1_000_000_000).offsetNanos(131_072))
        .isEqualTo(131_072_000_000_000L);
  }

  @Test
  void refuses_what_is_before_the_start() {
    assertThatThrownBy(() -> TIMETABLE.offsetNanos(-1)).hasMessage("slot must not be negative: -1");
    assertThatThrownBy(() -> new Timetable(-1, 0))
        .hasMessage("spans must not be negative: ttft -1, inter-token 0");
  }
}
