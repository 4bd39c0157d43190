package dev.mimokit.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventScannerTest {

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String ANSWER =
      HEAD + "12\r\ndata: {\"a\":\"\\n\\n\"}\n\n\r\n" + "e\r\ndata: [DONE]\n\n\r\n" + "0\r\n\r\n";

  private final EventScanner scanner = new EventScanner();

  @Test
  void finds_the_same_events_wherever_the_reads_are_cut() {
    for (int cut = 0; cut <= ANSWER.length(); cut++) {
      EventScanner cutScanner = new EventScanner();
      int before = cutScanner.scan(bytes(ANSWER.substring(0, cut)));
      int after = cutScanner.scan(bytes(ANSWER.substring(cut)));

      assertThat(before + after).as("cut at %d", cut).isEqualTo(2);
      assertThat(cutScanner.ended()).as("cut at %d", cut).isTrue();
    }
  }

  @Test
  void an_answer_is_over_with_its_last_chunk_only() {
    assertThat(scanner.scan(bytes(ANSWER.substring(0, ANSWER.length() - 1)))).isEqualTo(2);
    assertThat(scanner.ended()).isFalse();

    scanner.scan(bytes("\n"));

    assertThat(scanner.ended()).isTrue();
  }

  @Test
  void a_refusal_is_told_from_the_first_line() {
    scanner.scan(bytes("HTTP/1.1 "));
    assertThat(scanner.accepted()).isTrue();

    scanner.scan(bytes("429 Too Many Requests\r\n"));

    assertThat(scanner.accepted()).isFalse();
    assertThat(scanner.head()).isEqualTo("HTTP/1.1 429");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
