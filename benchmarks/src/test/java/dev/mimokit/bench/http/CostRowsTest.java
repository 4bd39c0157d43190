package dev.mimokit.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.http.CostRows.Round;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostRowsTest {

  private static final HostLoad QUIET = new HostLoad(0, 1);
  private static final HostLoad BUSY = new HostLoad(9, 1);
  private static final CountingMode JUDGED = new CountingMode("estimate", List.of(), true);
  private static final CountingMode SHOWN = new CountingMode("default", List.of(), false);

  @Test
  void a_round_is_held_against_the_mean_of_the_floors_around_it() {
    Findings findings =
        new CostRows(
                List.of(quiet(90), quiet(110), quiet(90)),
                List.of(round(quiet(70)), round(quiet(80))))
            .findings(List.of(JUDGED));

    Row ratio = row(findings, "http/chat-estimate/ratio");
    assertThat(ratio.spread()).isEqualTo(Spread.of(List.of(0.7, 0.8)));
    assertThat(ratio.met()).hasValue(true);
    assertThat(row(findings, "http/chat-estimate/requests-per-cpu-second").spread())
        .isEqualTo(Spread.of(List.of(70.0, 80.0)));
    assertThat(row(findings, "http/bare-jetty/requests-per-cpu-second").spread())
        .isEqualTo(Spread.of(List.of(90.0, 110.0, 90.0)));
  }

  @Test
  void a_mode_without_a_target_is_shown_beside_the_judged_one() {
    Findings findings =
        new CostRows(List.of(quiet(100), quiet(100)), List.of(round(quiet(50), quiet(20))))
            .findings(List.of(JUDGED, SHOWN));

    assertThat(row(findings, "http/chat-estimate/ratio").met()).hasValue(false);
    assertThat(row(findings, "http/chat-default/ratio").spread()).isEqualTo(Spread.of(0.2));
    assertThat(row(findings, "http/chat-default/ratio").met()).isEmpty();
  }

  @Test
  void a_round_next_to_a_disturbed_floor_is_left_out() {
    Findings findings =
        new CostRows(
                List.of(quiet(100), quiet(100), new Segment(50, BUSY)),
                List.of(round(quiet(60)), round(quiet(10))))
            .findings(List.of(JUDGED));

    assertThat(row(findings, "http/chat-estimate/ratio").spread()).isEqualTo(Spread.of(0.6));
  }

  @Test
  void disturbed_rounds_alone_are_not_judged() {
    Findings findings =
        new CostRows(List.of(quiet(100), quiet(100)), List.of(round(new Segment(60, BUSY))))
            .findings(List.of(JUDGED));

    assertThat(row(findings, "http/chat-estimate/ratio").met()).isEmpty();
    assertThat(row(findings, "http/chat-estimate/ratio").disturbance()).isPresent();
  }

  @Test
  void floors_that_disagree_put_the_run_out_of_control() {
    assertThat(
            new CostRows(List.of(quiet(100), quiet(120)), List.of(round(quiet(60))))
                .findings(List.of(JUDGED))
                .sound())
        .isTrue();
    assertThat(
            new CostRows(List.of(quiet(100), quiet(130)), List.of(round(quiet(60))))
                .findings(List.of(JUDGED))
                .sound())
        .isFalse();
  }

  @Test
  void refuses_a_round_without_floors_around_it() {
    assertThatThrownBy(() -> new CostRows(List.of(quiet(1)), List.of(round(quiet(1)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Segment quiet(double rate) {
    return new Segment(rate, QUIET);
  }

  private static Round round(Segment... modes) {
    return new Round(List.of(modes));
  }

  private static Row row(Findings findings, String name) {
    return findings.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
