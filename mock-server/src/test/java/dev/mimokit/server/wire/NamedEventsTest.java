package dev.mimokit.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedEventsTest {

  private final Events events = new NamedEvents.Plan().events();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"error\":{\"code\":\"500\"}} | {\"type\":\"error\",\"error\":{\"code\":\"500\"}}",
        "{\"type\":\"error\",\"x\":1}   | {\"type\":\"error\",\"x\":1}",
        "{}                         | {\"type\":\"error\"}",
        "no JSON                    | no JSON",
      })
  void an_error_says_its_name_and_type(String json, String data) {
    assertThat(new String(events.error(json), StandardCharsets.UTF_8))
        .isEqualTo("event: error\ndata: " + data + "\n\n");
  }
}
