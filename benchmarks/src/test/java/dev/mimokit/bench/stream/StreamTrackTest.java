package dev.mimokit.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Arrivals in milliseconds after the request; gap 20, first event due at 200. */
class StreamTrackTest {

  private static final long MILLI = 1_000_000;
  private static final long START = Long.MAX_VALUE - 50 * MILLI;

  /** The histogram's resolution at these sizes. */
  private static final Offset<Double> CLOSE = within(0.05);

  private final Punctuality seen = new Punctuality();
  private final StreamTrack stream = track();

  @Test
  void a_punctual_stream_has_no_errors() {
    arrive(200, 220, 240, 260, 280);
    stream.end();

    assertThat(seen.errorMillis(100)).isZero();
    assertThat(seen.requestErrorMillis(100)).isZero();
    assertThat(seen.gapErrorMillis(100)).isZero();
    assertThat(seen.meanGapMillis()).isEqualTo(20);
    assertThat(seen.ttftMillis(50)).isCloseTo(200, within(0.2));
    assertThat(seen.completed()).isOne();
    assertThat(seen.early()).isZero();
  }

  @Test
  void a_stream_late_as_a_whole_is_punctual_by_its_own_start_only() {
    arrive(207, 227, 247, 267, 287);
    stream.end();

    assertThat(seen.errorMillis(100)).isZero();
    assertThat(seen.requestErrorMillis(0)).isCloseTo(7, CLOSE);
    assertThat(seen.requestErrorMillis(100)).isCloseTo(7, CLOSE);
  }

  @Test
  void a_late_event_is_one_error_and_two_wrong_gaps() {
    arrive(200, 220, 246, 260, 280);
    stream.end();

    assertThat(seen.errorMillis(80)).isZero();
    assertThat(seen.errorMillis(100)).isCloseTo(6, CLOSE);
    assertThat(seen.gapErrorMillis(50)).isZero();
    assertThat(seen.gapErrorMillis(75)).isCloseTo(6, CLOSE);
  }

  @Test
  void a_late_first_event_does_not_make_the_others_early() {
    arrive(205, 220, 240, 260, 280);
    stream.end();

    assertThat(seen.errorMillis(80)).isZero();
    assertThat(seen.errorMillis(100)).isCloseTo(5, CLOSE);
    assertThat(seen.early()).isZero();
  }

  @Test
  void lateness_that_adds_up_is_seen() {
    arrive(200, 221, 242, 263, 284);
    stream.end();

    assertThat(seen.errorMillis(100)).isCloseTo(4, CLOSE);
    assertThat(seen.gapErrorMillis(100)).isCloseTo(1, CLOSE);
    assertThat(seen.meanGapMillis()).isEqualTo(21);
  }

  @Test
  void events_before_their_time_are_counted() {
    arrive(200, 219, 240, 259, 280);
    stream.end();

    assertThat(seen.early()).isEqualTo(2);
  }

  @Test
  void all_events_of_a_read_but_the_first_are_coalesced() {
    stream.begin(START);
    stream.arrive(after(260), 3);
    stream.arrive(after(261), 0);
    stream.arrive(after(280), 2);
    stream.end();

    assertThat(seen.coalescedPercent()).isEqualTo(60);
    assertThat(seen.requestErrorMillis(100)).isCloseTo(60, CLOSE);
  }

  @Test
  void a_stream_with_too_few_or_too_many_events_is_not_complete() {
    arrive(200, 220, 240, 260);
    stream.end();
    StreamTrack longer = track();
    longer.begin(0);
    longer.arrive(200 * MILLI, 6);
    longer.end();

    assertThat(seen.completed()).isZero();
    assertThat(seen.meanGapMillis()).isZero();
  }

  @Test
  void what_came_of_a_stream_without_an_end_counts_and_it_is_not_complete() {
    arrive(200, 220, 240, 260, 289);
    stream.cut();

    assertThat(seen.errorMillis(100)).isCloseTo(9, CLOSE);
    assertThat(seen.completed()).isZero();
  }

  @Test
  void a_stream_without_events_is_not_complete() {
    stream.begin(START);
    stream.end();

    assertThat(seen.completed()).isZero();
    assertThat(seen.coalescedPercent()).isZero();
  }

  @Test
  void a_mean_gap_is_the_mean_over_streams() {
    arrive(200, 220, 240, 260, 280);
    stream.end();
    StreamTrack slower = track();
    slower.begin(0);
    for (long millis : new long[] {200, 221, 242, 263, 284}) {
      slower.arrive(millis * MILLI, 1);
    }
    slower.end();

    assertThat(seen.meanGapMillis()).isEqualTo(20.5);
  }

  private void arrive(long... millis) {
    stream.begin(START);
    for (long at : millis) {
      stream.arrive(after(at), 1);
    }
  }

  /** The clock may overflow in the middle of a stream. */
  private static long after(long millis) {
    return START + millis * MILLI;
  }

  private StreamTrack track() {
    return new StreamTrack(new StreamShape(1, 5, Duration.ofMillis(20), Duration.ZERO), seen);
  }
}
