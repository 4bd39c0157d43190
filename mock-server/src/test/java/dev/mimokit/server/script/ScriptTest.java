package dev.mimokit.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

  private final Scripts scripts = new Scripts();

  @Test
  void begins_again_with_the_first_step() {
    put(Script.Then.CYCLE, List.of(attempts(429, 2, 100), attempts(200, 1, 100)));

    assertThat(answers("job-1", 7)).isEqualTo("429 429 200 429 429 200 429");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - 5, Long.MIN_VALUE})
  void follows_the_time_since_the_first_attempt_of_anyone(long origin) {
    put(Script.Then.SERVE, List.of(span(503, 10), span(529, 5)));

    StringJoiner answers = new StringJoiner(" ");
    for (long at : new long[] {0, 9, 10, 14, 15, 3}) {
      answers.add(at + ":" + status(scripts.next("a", "job-" + at, origin + at)));
    }

    assertThat(answers).hasToString("0:503 9:503 10:529 14:529 15:200 3:503");
  }

  @Test
  void flaps_by_time() {
    put(Script.Then.CYCLE, List.of(span(503, 10), span(200, 10)));

    StringJoiner answers = new StringJoiner(" ");
    for (int at = 0; at <= 45; at += 5) {
      answers.add(String.valueOf(status(scripts.next("a", "", at))));
    }

    assertThat(answers).hasToString("503 503 200 200 503 503 200 200 503 503");
  }

  @Test
  void gives_its_share_of_the_attempts_the_same_in_every_run() {
    put(Script.Then.REPEAT, List.of(attempts(503, 1, 30)));
    String first = answers("job-1", 1000);
    put(Script.Then.REPEAT, List.of(attempts(503, 1, 30)));

    assertThat(answers("job-1", 1000)).isEqualTo(first);
    assertThat(first.split("503", -1).length - 1).isBetween(250, 350);
    assertThat(answers("job-2", 1000)).isNotEqualTo(first);
  }

  @Test
  void draws_for_calls_without_a_name_too() {
    put(Script.Then.REPEAT, List.of(attempts(503, 1, 50)));

    StringJoiner answers = new StringJoiner(" ");
    for (int i = 0; i < 100; i++) {
      answers.add(String.valueOf(status(scripts.next("a", "", 0))));
    }
    assertThat(answers.toString().split("503", -1).length - 1).isBetween(30, 70);
  }

  @Test
  void refuses_to_count_attempts_and_time_in_one_script() {
    assertThatThrownBy(() -> put(Script.Then.SERVE, List.of(span(503, 10), attempts(429, 1, 100))))
        .hasMessage(
            "a script counts attempts or time: either all its steps have forMillis or none");
  }

  @ParameterizedTest
  @CsvSource({
    "3, , 'retry-after: Mon, 02 Nov 2026 00:00:04 GMT'",
    "-30, , 'retry-after: Sun, 01 Nov 2026 23:59:31 GMT'",
    "3, 3600, 'retry-after: Mon, 02 Nov 2026 01:00:04 GMT; date: Mon, 02 Nov 2026 01:00:01 GMT'",
    ", 60, 'date: Mon, 02 Nov 2026 00:01:01 GMT'",
  })
  void writes_dates_rounded_up_to_the_second(Long after, Long skew, String expected) {
    ScriptedHeaders headers =
        new ScriptedHeaders(Optional.empty(), optional(after), optional(skew), List.of());

    StringJoiner lines = new StringJoiner("; ");
    headers
        .lines(Instant.parse("2026-11-02T00:00:00.001Z").toEpochMilli())
        .forEach(line -> lines.add(line.name() + ": " + line.value()));

    assertThat(lines).hasToString(expected);
  }

  @Test
  void refuses_headers_that_break_the_head() {
    assertThatThrownBy(() -> new HeaderLine("x y", "1"))
        .hasMessage("not the name of a header: x y");
    assertThatThrownBy(() -> new HeaderLine("x", "a\r\nb"))
        .hasMessage("x must be at most 1000 printable ASCII characters");
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private void put(Script.Then then, List<Step> steps) {
    scripts.put(new Script("a", List.of(steps), then, 7));
  }

  private static Step attempts(int status, int times, int percent) {
    return new Step(answer(status), List.of(), new Extent.Attempts(times), percent);
  }

  private static Step span(int status, long nanos) {
    return new Step(answer(status), List.of(), new Extent.Span(nanos), 100);
  }

  private static ScriptedAnswer answer(int status) {
    return new ScriptedAnswer(status, Optional.empty(), ScriptedHeaders.NONE, Optional.empty());
  }

  private String answers(String call, int attempts) {
    StringJoiner answers = new StringJoiner(" ");
    for (int i = 0; i < attempts; i++) {
      answers.add(String.valueOf(status(scripts.next("a", call, 0))));
    }
    return answers.toString();
  }

  private static int status(Optional<Step> step) {
    return step.map(Step::status).orElse(200);
  }
}
