package dev.mimokit.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.report.RunFixture;
import dev.mimokit.report.read.CaseKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TimelineFigureTest {

  private final Path directory;

  TimelineFigureTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private Evidence evidence(Consumer<RunFixture> story) throws IOException {
    RunFixture run = new RunFixture(directory);
    story.accept(run);
    return Optional.ofNullable(run.read().evidence().get(new CaseKey("a", "2.9"))).orElseThrow();
  }

  private Timeline drawn(Consumer<RunFixture> story) throws IOException {
    return TimelineFigure.of(evidence(story), 240).orElseThrow();
  }

  @Test
  void marks_a_retry_before_the_wait_was_over_and_what_was_ignored_of_it() throws IOException {
    Timeline figure =
        drawn(run -> run.call("a", "2.9", "job-1").asked(0).refused(0, 30).refused(8, 30));

    Timeline.Lane lane = figure.lanes().get(0);
    assertThat(lane.marks()).extracting(Timeline.Mark::early).containsExactly(false, true);
    assertThat(lane.spans()).extracting(Timeline.Span::ignored).containsExactly(false, false, true);
    assertThat(lane.spans().get(2).title()).startsWith("22.002 s of the wait asked for");
    Timeline.Row row = figure.rows().get(1);
    assertThat(List.of(row.at(), row.call(), row.status(), row.asked(), row.waited(), row.early()))
        .containsExactly("8.000", "job-1", "429 RPM", "30", "7.998", "22.002");
    assertThat(row.key()).isEqualTo(figure.rows().get(0).key()).hasSize(8);
    assertThat(row.body()).isEqualTo(figure.rows().get(0).body()).hasSize(8);
    assertThat(row.exchange()).isEqualTo("2");
  }

  @Test
  void a_wait_that_was_kept_is_one_calm_span() throws IOException {
    Timeline figure =
        drawn(
            run ->
                run.call("a", "2.9", "job-1")
                    .refused(0, 2)
                    .answered(2.01, 0.1, 200)
                    .told(2.2, true, 200, ""));

    Timeline.Lane lane = figure.lanes().get(0);
    assertThat(lane.spans()).extracting(Timeline.Span::ignored).containsExactly(false);
    assertThat(lane.marks()).extracting(Timeline.Mark::early).containsOnly(false);
    assertThat(lane.marks()).extracting(Timeline.Mark::symbol).containsExactly("refused", "served");
    assertThat(lane.lost()).isFalse();
    assertThat(figure.caption()).isEmpty();
    assertThat(figure.density()).isEmpty();
  }

  @Test
  void ten_milliseconds_are_allowed_for_clocks() throws IOException {
    Timeline figure =
        drawn(run -> run.call("a", "2.9", "job-1").refused(0, 2).answered(1.993, 0.1, 200));

    assertThat(figure.lanes().get(0).marks()).extracting(Timeline.Mark::early).containsOnly(false);
  }

  @Test
  void the_axis_shows_a_wait_to_its_end_but_never_drowns_what_happened() throws IOException {
    Timeline whole = drawn(run -> run.call("a", "2.9", "job-1").refused(0, 30).refused(8, 30));
    Timeline clipped = drawn(run -> run.call("a", "2.9", "job-1").refused(0, 1e8).refused(8, 1e8));

    assertThat(whole.ticks()).extracting(Tick::label).endsWith("30 s");
    assertThat(clipped.ticks()).extracting(Tick::label).endsWith("8 s");
  }

  @Test
  void gives_lanes_to_early_and_lost_calls_first_and_counts_all_in_a_strip() throws IOException {
    Timeline figure =
        drawn(
            run -> {
              for (int i = 0; i < 100; i++) {
                run.call("a", "2.9", "fine-" + i).answered(0.01 * i, 0.001, 200);
              }
              run.call("a", "2.9", "early").refused(0, 5).answered(1, 0.1, 200);
              run.call("a", "2.9", "lost").refused(0.5).told(1, false, 429, "RateLimitException");
              run.call("a", "2.9", "early").asked(0);
              run.call("a", "2.9", "lost").asked(0);
              for (int i = 0; i < 100; i++) {
                run.call("a", "2.9", "fine-" + i).asked(0);
              }
            });

    assertThat(figure.lanes()).hasSize(TimelineFigure.MOST_LANES);
    assertThat(figure.lanes()).extracting(Timeline.Lane::name).contains("early", "lost");
    assertThat(figure.caption()).startsWith("30 of 102 calls have a lane");
    assertThat(
            figure.density().get(0).bins().stream()
                .mapToInt(bin -> bin.served() + bin.others())
                .sum())
        .isEqualTo(103);
  }

  @Test
  void a_hot_loop_becomes_few_marks_that_say_how_many_they_are() throws IOException {
    Timeline figure =
        drawn(
            run -> {
              var call = run.call("a", "2.9", "job-1").asked(0);
              for (int i = 0; i < 5_000; i++) {
                call.refused(i * 0.003, 30);
              }
            });

    List<Timeline.Mark> marks = figure.lanes().get(0).marks();
    assertThat(marks).hasSizeBetween(30, 250);
    assertThat(marks.get(0).title()).containsPattern("\\d+ attempts from 0.000 s to .* × 429");
    assertThat(figure.rows()).hasSize(240);
    assertThat(figure.attempts()).isEqualTo(5_000);
  }

  @Test
  void attempts_that_no_call_explains_have_a_lane_too() throws IOException {
    Timeline figure = drawn(run -> run.call("a", "2.9", "").answered(0, 0.1, 200).arrived(1));

    assertThat(figure.lanes()).extracting(Timeline.Lane::name).containsExactly("(no call)");
    assertThat(figure.lanes().get(0).marks())
        .extracting(Timeline.Mark::symbol)
        .containsExactly("served", "open");
  }

  @Test
  void room_left_by_small_figures_goes_to_large_ones() {
    assertThat(Allowance.each(List.of(3, 3, 500, 500), 106)).isEqualTo(50);
    assertThat(Allowance.each(List.of(3, 3), 100)).isEqualTo(100);
    assertThat(Allowance.each(List.of(9, 9, 9), 2)).isEqualTo(1);
  }
}
