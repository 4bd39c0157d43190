package dev.mimokit.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JmhFiguresTest {

  @Test
  void a_ratio_is_judged_and_its_scores_are_not() {
    List<Row> rows =
        rows(
            Map.of(
                "RejectBenchmark.reject", new Spread(45, 44, 50),
                "RejectBenchmark.clock", new Spread(30, 25, 40)));

    assertThat(rows).extracting(Row::name).contains("limiter/reject", "jmh/RejectBenchmark.clock");
    assertThat(rows.get(0).spread()).isEqualTo(new Spread(1.5, 1.1, 2));
    assertThat(rows.get(0).met()).hasValue(false);
    assertThat(rows.subList(1, 3)).allMatch(row -> row.met().isEmpty());
  }

  @Test
  void half_of_a_ratio_is_none() {
    assertThat(rows(Map.of("RejectBenchmark.reject", Spread.of(45))))
        .extracting(Row::name)
        .containsExactly("jmh/RejectBenchmark.reject");
  }

  @Test
  void a_refusal_must_not_allocate() {
    assertThat(rows(Map.of("RejectBenchmark.reject/allocated", Spread.of(0.0001))).get(0).met())
        .hasValue(true);
    assertThat(rows(Map.of("RejectBenchmark.reject/allocated", Spread.of(16))).get(0).met())
        .hasValue(false);
  }

  private static List<Row> rows(Map<String, Spread> scores) {
    return new JmhFigures(scores, Map.of()).findings().rows();
  }
}
