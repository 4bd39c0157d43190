package dev.mimokit.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.host.Watch;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamRowsTest {

  private static final HostLoad QUIET = new HostLoad(0, 1);
  private static final HostLoad BUSY = new HostLoad(0, 40);

  private final StreamCase large = StreamCase.choice(false).get(2);

  @Test
  void a_disturbed_repeat_is_left_out_while_a_quiet_one_remains() {
    Row memory = row(findings(run(300, QUIET), run(500, BUSY), run(320, QUIET)));

    assertThat(memory.spread()).isEqualTo(Spread.of(List.of(300.0, 320.0)));
    assertThat(memory.met()).hasValue(true);
    assertThat(memory.host()).hasValue(QUIET);
  }

  @Test
  void disturbed_repeats_alone_are_shown_and_not_judged() {
    Row memory = row(findings(run(500, BUSY)));

    assertThat(memory.spread()).isEqualTo(Spread.of(500));
    assertThat(memory.met()).isEmpty();
    assertThat(memory.disturbance()).hasValue("foreign CPU 40.0 % is above 10 %");
  }

  @Test
  void a_target_is_missed_by_the_median() {
    assertThat(row(findings(run(100, QUIET), run(401, QUIET), run(402, QUIET))).met())
        .hasValue(false);
  }

  @Test
  void streams_that_broke_off_are_told() {
    StreamRun run = run(300, QUIET);
    run.punctuality().failed("expected a 200, got HTTP/1.1 500");
    run.punctuality().failed("the server closed the connection");

    assertThat(findings(run).skipped())
        .containsExactly(
            "streams/2000x100x100ms: 2 streams broke off, the first: expected a 200, got HTTP/1.1"
                + " 500");
  }

  @Test
  void a_machine_that_cannot_wake_a_thread_is_out_of_control() {
    assertThat(findings(run(300, QUIET)).sound()).isTrue();
    assertThat(
            findings(new StreamRun(new Punctuality(), new Watch.Seen(1, QUIET), 300, 3.1)).sound())
        .isFalse();
  }

  @Test
  void every_target_belongs_to_a_figure() {
    for (StreamCase measured : StreamCase.choice(false)) {
      List<Row> rows = new StreamRows(measured, List.of(run(1, QUIET))).findings().rows();

      assertThat(rows.stream().filter(row -> row.target().isPresent()))
          .as(measured.shape().id())
          .hasSize(measured.targets().size() + 1);
    }
  }

  private Findings findings(StreamRun... runs) {
    return new StreamRows(large, List.of(runs)).findings();
  }

  private static StreamRun run(double memory, HostLoad load) {
    return new StreamRun(new Punctuality(), new Watch.Seen(1, load), memory, 0.2);
  }

  private static Row row(Findings findings) {
    return findings.rows().stream()
        .filter(row -> row.name().endsWith("/server-rss-peak"))
        .findFirst()
        .orElseThrow();
  }
}
