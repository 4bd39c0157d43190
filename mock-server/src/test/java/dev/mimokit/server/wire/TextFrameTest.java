package dev.mimokit.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFrameTest {

  private final TextFrame frame = new TextFrame(sample(TextFrame.SAMPLE));

  private static byte[] sample(String text) {
    return Json.compact(
        json -> {
          json.writeStartObject();
          json.writeStringField("text", text);
          json.writeNumberField("after", 1);
          json.writeEndObject();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " lantern", "~'/<>", "é", "河流。", "\u007f\u2028"})
  void writes_what_the_generator_writes(String text) {
    Optional<byte[]> json = frame.with(text);

    assertThat(json).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(sample(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\\", "a\n", "\u0000", "\uD83D\uDE00", "\uD83D"})
  void leaves_texts_that_need_care_to_the_generator(String text) {
    assertThat(frame.with(text)).isEmpty();
  }

  @Test
  void refuses_a_sample_with_two_places() {
    byte[] two = "[\"@\",\"@\"]".getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> new TextFrame(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("once");
  }
}
