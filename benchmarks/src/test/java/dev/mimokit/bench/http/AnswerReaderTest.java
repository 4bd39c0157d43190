package dev.mimokit.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 7\r\n\r\n{\"a\":1}";

  private final AnswerReader reader = new AnswerReader();

  @Test
  void finds_the_end_wherever_the_reads_are_cut() throws IOException {
    for (int cut = 1; cut < ANSWER.length(); cut++) {
      assertThat(reader.take(bytes(ANSWER.substring(0, cut)))).as("cut at %d", cut).isFalse();
      assertThat(reader.take(bytes(ANSWER.substring(cut)))).as("cut at %d", cut).isTrue();
      assertThat(new String(reader.body(), StandardCharsets.US_ASCII)).isEqualTo("{\"a\":1}");
      reader.next();
    }
  }

  @Test
  void an_answer_without_a_body_is_whole_with_its_head() throws IOException {
    assertThat(reader.take(bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))).isTrue();
  }

  @Test
  void refuses_what_is_no_200_with_a_length() {
    assertThatThrownBy(() -> reader.take(bytes(ANSWER.replace("200 OK", "429 Too Many"))))
        .hasMessage("expected a 200 with a length, got HTTP/1.1 429 Too Many");
    assertThatThrownBy(
            () -> new AnswerReader().take(bytes(ANSWER.replace("content-length", "x-length"))))
        .hasMessage("expected a 200 with a length, got HTTP/1.1 200 OK");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
