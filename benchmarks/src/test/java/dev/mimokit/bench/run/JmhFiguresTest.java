package dev.mimokit.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JmhFiguresTest {

  @Test
  void a_score_is_a_row_that_nothing_judges() {
    List<Row> rows = rows(Map.of("RejectBenchmark.reject", new Spread(45, 44, 50)));

    assertThat(rows).extracting(Row::name).containsExactly("jmh/RejectBenchmark.reject");
    assertThat(rows.get(0).spread()).isEqualTo(new Spread(45, 44, 50));
    assertThat(rows.get(0).target()).isEmpty();
  }

  private static List<Row> rows(Map<String, Spread> scores) {
    return new JmhFigures(scores, Map.of()).findings().rows();
  }
}
