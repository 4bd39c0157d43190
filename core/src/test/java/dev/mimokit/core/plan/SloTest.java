package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloTest {

  @Test
  void reads_bounds_with_their_units() {
    Slo slo =
        Slo.parse(" p99wait <= 1s,p99.9e2e<250ms , 429<0.1%,429perjob<=2,drain<2h,maxwait<5min");

    assertThat(slo.bounds())
        .containsExactly(
            new Bound("p99wait<=1s", new Measure.Wait(99), false, 1),
            new Bound("p99.9e2e<250ms", new Measure.EndToEnd(99.9), true, 0.25),
            new Bound("429<0.1%", new Measure.RefusedShare(), true, 0.001),
            new Bound("429perjob<=2", new Measure.RefusalsPerCall(), false, 2),
            new Bound("drain<2h", new Measure.Drain(), true, 7200),
            new Bound("maxwait<5min", new Measure.Wait(100), true, 300));
  }

  @Test
  void names_the_bounds_that_are_missed() {
    Slo slo = Slo.parse("p99wait<=1s,429<0.1%");

    assertThat(slo.missed(measure -> measure.isTime() ? 1 : 0.001))
        .extracting(Bound::text)
        .isEqualTo(List.of("429<0.1%"));
    assertThat(slo.missed(measure -> Double.NaN)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''              | 1  | expected a measure such as p99wait",
        "p99wait         | 8  | expected < or <=, found the end",
        "p99wait=1s      | 8  | expected < or <=, found '=1s'",
        "p99wait>1s      | 8  | expected < or <=, found '>1s'",
        "p99wait<=1      | 11 | expected a unit: us, ms, s, min or h, found the end",
        "p99wait<=1parsec| 11 | expected a unit: us, ms, s, min or h, found 'parsec'",
        "p99wait<=xs     | 10 | expected a number, found 'xs'",
        "p99wait<=-1s    | 10 | expected a number, found '-1s'",
        "p99wait<=NaN    | 10 | expected a number, found 'NaN'",
        "p99wait<0s      | 9  | expected more than 0",
        "p101wait<1s     | 2  | expected a percentile above 0 and at most 100, found '101wait<1s'",
        "p0wait<1s       | 2  | expected a percentile above 0",
        "pwait<1s        | 2  | expected a percentile such as 99 or 99.9",
        "p99latency<1s   | 4  | expected wait or e2e, found 'latency<1s'",
        "429<1           | 6  | expected %, found the end",
        "429<101%        | 5  | expected at most 100 %, found '101%'",
        "p99wait<1s;429<1%| 11| expected a comma or the end, found ';429<1%'",
        "p99wait<1s,     | 12 | expected a measure such as p99wait",
        "99wait<1s       | 1  | expected a measure such as p99wait",
      })
  void says_where_and_what_was_expected(String text, int column, String message) {
    assertThatThrownBy(() -> Slo.parse(text))
        .isInstanceOf(SloFormatException.class)
        .hasMessageStartingWith("column " + column + " of '" + text + "': " + message)
        .extracting(e -> ((SloFormatException) e).column())
        .isEqualTo(column);
  }
}
