package dev.mimokit.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.host.HostLoad;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsJsonTest {

  private static final Spread SPREAD = new Spread(1.31, 1.25, 1.4000000004);

  @Test
  void a_row_says_whether_its_target_is_met() {
    Row row = Row.of("limiter/admit", SPREAD, "x nanoTime").against(Target.atMost(1.6));

    assertThat(json(row))
        .isEqualTo(
            """
            {"name":"limiter/admit","value":1.31,"unit":"x nanoTime","low":1.25,"high":1.4,\
            "target":"<= 1.6","met":true}""");
  }

  @Test
  void a_row_that_misses_its_target_says_so() {
    assertThat(json(Row.of("n", SPREAD, "ms").against(Target.atMost(1))))
        .contains("\"target\":\"<= 1\",\"met\":false");
  }

  @Test
  void a_row_without_a_target_is_neither_met_nor_not() {
    assertThat(json(Row.of("n", SPREAD, "ms"))).contains("\"target\":null,\"met\":null}");
  }

  @Test
  void a_row_of_a_disturbed_machine_is_neither_met_nor_not_and_says_why() {
    Row row = Row.of("n", SPREAD, "ms").on(new HostLoad(5.2, 1)).against(Target.atMost(2));

    assertThat(json(row))
        .contains(
            "\"target\":\"<= 2\",\"met\":null,\"inconclusive\":\"steal 5.2 % is above 5 %\","
                + "\"host\":{\"stealPercent\":5.2,\"foreignPercent\":1.0}");
  }

  @Test
  void what_was_skipped_and_the_controls_stand_beside_the_rows() {
    Control control = new Control("clock", new Spread(1, 0.7, 1.1), "x", Target.near(1, 0.25));

    assertThat(
            FindingsJson.of(new Findings(List.of(), List.of(control), List.of("http: why")))
                .toString())
        .isEqualTo(
            """
            {"schemaVersion":1,"rows":[],"control":[{"name":"clock","value":1.0,"unit":"x",\
            "low":0.7,"high":1.1,"band":"1 +- 0.25","withinBand":false}],"skipped":["http: why"]}""");
  }

  private static String json(Row row) {
    return FindingsJson.of(new Findings(List.of(row), List.of(), List.of()))
        .path("rows")
        .path(0)
        .toString();
  }
}
