package dev.mimokit.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.server.content.Recording.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {

  private static final Recording RECORDING =
      new Recording(
          List.of(
              new Frame(412, "{\"a\":\"é \\\" 水\"}"),
              new Frame(412, "two\nlines"),
              new Frame(500, "[DONE]")));

  @Test
  void writes_a_line_for_every_event() {
    assertThat(RecordingFile.write(RECORDING))
        .isEqualTo(
            """
            {"offsetMillis":412,"data":"{\\"a\\":\\"é \\\\\\" 水\\"}"}
            {"offsetMillis":412,"data":"two\\nlines"}
            {"offsetMillis":500,"data":"[DONE]"}
            """);
  }

  @Test
  void keeps_the_names_of_events() {
    Recording named =
        new Recording(List.of(new Frame(1, "message_start", "{}"), new Frame(2, "ping", "{}")));

    assertThat(RecordingFile.write(named))
        .startsWith("{\"offsetMillis\":1,\"event\":\"message_start\",\"data\":\"{}\"}\n");
    assertThat(RecordingFile.read(RecordingFile.write(named).lines().toList())).isEqualTo(named);
    assertThat(named.isNamed()).isTrue();
    assertThat(named.scaled(2).frames().get(1)).isEqualTo(new Frame(4, "ping", "{}"));
    assertThat(RECORDING.isNamed()).isFalse();
  }

  @Test
  void reads_what_it_wrote() {
    assertThat(RecordingFile.read(RecordingFile.write(RECORDING).lines().toList()))
        .isEqualTo(RECORDING);
  }

  @Test
  void reads_a_capture_with_seconds_before_every_line() {
    List<String> capture =
        """
        0.000012 : keep-alive
        0.411600 data: {"a":1}
        0.411700
        1.200000 event: message
        1.200400 data:two
        1.300000 data: lines
        1.300000
        2 data: [DONE]
        """
            .lines()
            .toList();

    assertThat(CaptureReader.read(capture).frames())
        .containsExactly(
            new Frame(412, "{\"a\":1}"),
            new Frame(1200, "message", "two\nlines"),
            new Frame(2000, "[DONE]"));
  }

  @Test
  void scales_its_times() {
    assertThat(RECORDING.scaled(0.5).frames())
        .extracting(Frame::offsetMillis)
        .containsExactly(206L, 206L, 250L);
    assertThat(RECORDING.scaled(0).frames()).extracting(Frame::offsetMillis).containsOnly(0L);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "hello|line 1: is not JSON",
        "[1]|line 1: expected an object with offsetMillis and data",
        "{\"offsetMillis\":1}|line 1: expected an object with offsetMillis from 0 and data",
        "{\"offsetMillis\":-1,\"data\":\"\"}|line 1: expected an object with offsetMillis from 0",
        "{\"offsetMillis\":1.5,\"data\":\"\"}|line 1: expected a whole offsetMillis",
        "{\"offsetMillis\":1,\"data\":\"\",\"x\":1}|and a text data: x",
        "{\"offsetMillis\":1,\"data\":\"\"} {}|line 1: something follows the object",
      })
  void refuses_a_broken_line_by_its_number(String line, String mistake) {
    assertThatThrownBy(() -> RecordingFile.read(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(mistake)
        .message()
        .hasLineCount(1);
  }

  @Test
  void refuses_streams_that_cannot_be() {
    assertThatThrownBy(() -> RecordingFile.read(List.of("", " ")))
        .hasMessage("a recording needs at least one event");
    assertThatThrownBy(() -> CaptureReader.read(List.of("0.1 data: a", "data: b")))
        .hasMessage("line 2: expected the seconds, a space and a line of the stream");
    assertThatThrownBy(() -> CaptureReader.read(List.of("2 data: a", "2", "1 data: b")))
        .hasMessage("event 2 is earlier than what precedes it: 1000 ms");
  }
}
