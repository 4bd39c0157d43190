package dev.mimokit.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.250Z");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          0                                 | 0
          2                                 | 2
          "  2 "                            | 2
          007                               | 7
          00000000000000000000000000000003  | 3
          60                                | 60
          2147483648                        | 2147483648
          Mon, 23 Nov 2026 10:15:31 GMT     | 1
          Mon, 23 Nov 2026 10:16:30 GMT     | 60
          """)
  void reads_whole_seconds_and_dates_rounded_up(String value, long seconds) {
    assertThat(RetryAfter.parse(value, NOW)).hasValue(seconds * 1_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1.5",
        "1,5",
        "1e3",
        "NaN",
        "Infinity",
        "soon",
        "0x10",
        "2 s",
        "Mon, 23 Nov 2026 10:15:00 GMT",
        "Mon, 23 Nov 2026 10:15:30 GMT",
        "Tue, 23 Nov 2026 10:16:30 GMT",
        "2026-11-23T10:16:30Z",
        "١٢"
      })
  void takes_anything_else_as_absent(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "999999999999999999", "123456789012345678901234567890"})
  void keeps_waits_too_long_for_nanoseconds_at_the_longest(String value) {
    assertThat(RetryAfter.parse(value, NOW)).hasValue(Long.MAX_VALUE);
  }

  @Test
  void a_date_that_is_now_is_no_wait() {
    Instant whole = Instant.parse("2026-11-23T10:15:30Z");

    assertThat(RetryAfter.parse("Mon, 23 Nov 2026 10:15:30 GMT", whole))
        .isEqualTo(OptionalLong.of(0));
  }
}
