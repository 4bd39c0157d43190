package dev.mimokit.core.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mimokit.core.catalog.Provenance;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {

  private static final Pacing PRO = Pacing.documented("mimo-v2.5-pro");

  @Test
  void off_is_due_at_once() {
    Timetable timetable = Pacing.off().timetable(1_000_000, 7);

    assertThat(timetable.isImmediate()).isTrue();
    assertThat(timetable.dueNanos(99, 1000)).isEqualTo(99);
  }

  @Test
  void fixed_is_the_same_for_every_prompt_and_seed() {
    Pacing fixed = Pacing.fixed(Duration.ofMillis(80), Duration.ofMillis(20));

    assertThat(fixed.timetable(0, 1)).isEqualTo(new Timetable(80_000_000, 20_000_000));
    assertThat(fixed.timetable(1_000_000, 2)).isEqualTo(fixed.timetable(0, 1));
    assertThat(fixed.timetable(0, 1).isImmediate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "mimo-v2.5-pro, 45",
    "mimo-v2-pro, 45",
    "mimo-v2.5, 60",
    "mimo-v2-omni, 60",
    "mimo-v2-flash, 90",
    "mimo-v2.6-flash, 90",
    "mimo-v2.6-pro-ultraspeed, 1000",
    "mimo-v2.5-tts, 60",
  })
  void decodes_at_the_pace_of_the_model(String model, int tokensPerSecond) {
    assertThat(Pacing.documented(model).timetable(0, 1).interTokenNanos())
        .isEqualTo(1_000_000_000 / tokensPerSecond);
  }

  @Test
  void waits_for_the_first_token_with_the_stated_median_and_p95() {
    Random seeds = new Random(5);
    double[] ttft =
        LongStream.generate(seeds::nextLong)
            .limit(20_000)
            .mapToDouble(seed -> PRO.timetable(0, seed).ttftNanos() / 1e9)
            .sorted()
            .toArray();

    assertThat(ttft[10_000]).isCloseTo(0.8, within(0.03));
    assertThat(ttft[19_000]).isCloseTo(3.0, within(0.15));
  }

  @Test
  void draws_independently_for_neighbouring_seeds() {
    long below =
        LongStream.range(0, 2000)
            .filter(seed -> PRO.timetable(0, seed).ttftNanos() < 800_000_000)
            .count();

    assertThat(below).isBetween(900L, 1100L);
    assertThat(PRO.timetable(0, 9)).isEqualTo(PRO.timetable(0, 9));
  }

  @Test
  void reads_ten_thousand_prompt_tokens_in_150_ms() {
    long empty = PRO.timetable(0, 3).ttftNanos();

    assertThat(PRO.timetable(10_000, 3).ttftNanos() - empty).isEqualTo(150_000_000);
  }

  @Test
  void refuses_negative_spans() {
    assertThatThrownBy(() -> Pacing.fixed(Duration.ofNanos(-1), Duration.ZERO))
        .hasMessage("pacing must not be negative: ttft -1 ns, inter-token 0 ns");
    assertThatThrownBy(() -> PRO.scaled(-0.5)).hasMessage("scale must be at least 0: -0.5");
    assertThatThrownBy(() -> PRO.scaled(Double.NaN)).hasMessage("scale must be at least 0: NaN");
  }

  @Test
  void refuses_speeds_that_cannot_be() {
    assertThatThrownBy(() -> speed(1, 1, 0, Silence.NONE))
        .hasMessage("tokensPerSecond must be at least 1: 0");
    assertThatThrownBy(() -> speed(2, 1, 9, Silence.NONE))
        .hasMessage("a TTFT median must be at least 1 ns and its p95 not less: 2, 1");
  }

  @Test
  void scales_the_whole_timetable() {
    Timetable whole = PRO.timetable(5000, 3);

    assertThat(PRO.scaled(0.5).timetable(5000, 3))
        .isEqualTo(
            new Timetable(
                Math.round(whole.ttftNanos() * 0.5), Math.round(whole.interTokenNanos() * 0.5)));
    assertThat(PRO.scaled(0).timetable(5000, 3).isImmediate()).isTrue();
    assertThat(PRO.scaled(1)).isSameAs(PRO);
  }

  @Test
  void falls_silent_over_long_prompts_only() {
    Silence silence = new Silence(200_000, 300_000_000_000L);
    Pacing silent = new Pacing.Drawn(speed(1000, 1000, 10, silence));

    assertThat(silent.timetable(199_999, 1).ttftNanos()).isEqualTo(1000);
    assertThat(silent.timetable(200_000, 1).ttftNanos()).isEqualTo(300_000_001_000L);
  }

  @Test
  void every_row_says_what_it_rests_on() {
    assertThat(SpeedTable.rows()).hasSize(9);
    assertThat(SpeedTable.rows().values())
        .allSatisfy(row -> assertThat(row.source()).isNotBlank())
        .allSatisfy(row -> assertThat(row.provenance()).isEqualTo(Provenance.ASSUMED));
  }

  private static Speed speed(long median, long p95, int tokensPerSecond, Silence silence) {
    return new Speed(median, p95, 0, tokensPerSecond, silence, Provenance.ASSUMED, "a test");
  }
}
