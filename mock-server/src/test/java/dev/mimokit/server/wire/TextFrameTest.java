package dev.mimokit.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFrameTest {

  private static final long NUMBER = 1_795_000_001;

  private final TextFrame frame = new TextFrame(sample(TextFrame.SAMPLE, TextFrame.SAMPLE_NUMBER));

  private static byte[] sample(String text, long number) {
    return Json.compact(
        json -> {
          json.writeStartObject();
          json.writeNumberField("before", 1);
          json.writeStringField("text", text);
          json.writeNumberField("number", number);
          json.writeNumberField("after", 1);
          json.writeEndObject();
        });
  }

  private byte[] framed(String text, long number) {
    return bytes(frame.with(text, number, ByteBuffer.allocate(0)));
  }

  private static byte[] bytes(ByteBuffer json) {
    byte[] bytes = new byte[json.remaining()];
    json.get(bytes);
    return bytes;
  }

  @Test
  void writes_in_the_same_room_while_there_is_enough() {
    ByteBuffer first = frame.with("lantern", 10, ByteBuffer.allocate(0));
    ByteBuffer second = frame.with("河", 9, first);
    ByteBuffer third = frame.with("lantern".repeat(10), 9, second);

    assertThat(second).isSameAs(first);
    assertThat(bytes(second)).isEqualTo(sample("河", 9));
    assertThat(third).isNotSameAs(first);
    assertThat(bytes(third)).isEqualTo(sample("lantern".repeat(10), 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " lantern", "~'/<>", "é", "\u007f\u0080\u07ff\u0800", "河流。", "\u2028"})
  void writes_what_the_generator_writes(String text) {
    assertThat(TextFrame.isPlain(text)).isTrue();
    assertThat(framed(text, NUMBER)).isEqualTo(sample(text, NUMBER));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, 99, 100, NUMBER, Long.MAX_VALUE})
  void writes_every_number_as_the_generator_does(long number) {
    assertThat(framed("lantern", number)).isEqualTo(sample("lantern", number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\\", "a\n", "\u0000", "\uD83D\uDE00", "\uD83D"})
  void leaves_texts_that_need_care_to_the_generator(String text) {
    assertThat(TextFrame.isPlain(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"@\",\"@\",{\"n\":-1,\"b\":0}]",
        "[\"@\",{\"n\":-1,\"b\":0},{\"n\":-1,\"b\":0}]",
        "[{\"n\":-1,\"b\":0},\"@\"]",
        "[\"@\"]"
      })
  void refuses_a_sample_in_which_the_places_are_not_clear(String sample) {
    assertThatThrownBy(() -> new TextFrame(sample.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("once");
  }
}
