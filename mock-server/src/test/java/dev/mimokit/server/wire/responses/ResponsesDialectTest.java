package dev.mimokit.server.wire.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.media.AssumedMedia;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.Spoken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResponsesDialectTest {

  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final MediaReader MEDIA = new MediaReader(AssumedMedia.PRESET);
  private static final String CALL = "0123456789abcdef01234567";
  private static final Usage USAGE = new Usage(new Usage.Prompt(20), 6, 1);

  /** The function's schema equals that of a custom tool, and is still none. */
  private static final String REQUEST =
      """
      {"model":"mimo-v2.6-pro","input":"hi","tools":[\
      {"type":"custom","name":"shell"},{"type":"function","name":"weather","parameters":\
      {"type":"object","properties":{"input":{"type":"string"}},"required":["input"]}}],\
      "text":{"format":{"type":"json_object"}}}\
      """;

  private final ResponsesDialect dialect = new ResponsesDialect(MEDIA);

  @Test
  void writes_thinking_text_and_calls_as_items() {
    Spoken spoken =
        spoken(
            new Piece.Thought("Hm", 1),
            new Piece.Said("Ok", 1),
            new Piece.Called(0, CALL, "weather", 1),
            new Piece.Argued(0, "{\"input\":\"x\"}", 1),
            new Piece.Called(1, CALL.replace('0', 'f'), "shell", 1),
            new Piece.Argued(1, "{\"input\":\"ls\"}", 1));

    assertThat(text(dialect.whole(spoken)))
        .isEqualTo(
            """
            {"id":"resp_0123456789abcdef0123456789abcdef","created_at":7,"error":null,\
            "incomplete_details":null,"model":"mimo-v2.6-pro","object":"response","output":[\
            {"id":"rs_0123456789abcdef0123456789abcdef",\
            "content":[{"text":"Hm","type":"reasoning_text"}],"type":"reasoning",\
            "status":"completed"},\
            {"id":"msg_0123456789abcdef0123456789abcdef",\
            "content":[{"text":"Ok","type":"output_text"}],"role":"assistant",\
            "status":"completed","type":"message"},\
            {"arguments":"{\\"input\\":\\"x\\"}","call_id":"call_0123456789abcdef01234567",\
            "name":"weather","id":"fc_0123456789abcdef01234567","status":"completed",\
            "type":"function_call"},\
            {"call_id":"call_f123456789abcdeff1234567","input":"ls","name":"shell",\
            "type":"custom_tool_call","id":"ctc_f123456789abcdeff1234567"}],\
            "status":"completed","usage":{"input_tokens":20,\
            "input_tokens_details":{"cached_tokens":0},"output_tokens":6,\
            "output_tokens_details":{"reasoning_tokens":1},"total_tokens":26}}\
            """);
  }

  @Test
  void streams_reasoning_and_text() {
    Events events =
        dialect.events(
            spoken(new Piece.Thought("H", 1), new Piece.Thought("m", 1), new Piece.Said("Ok", 1)));

    assertThat(text(events))
        .isEqualTo(
            """
            event: response.created
            data: {"response":BEGUN,"sequence_number":0,"type":"response.created"}

            event: response.in_progress
            data: {"response":BEGUN,"sequence_number":1,"type":"response.in_progress"}

            event: response.output_item.added
            data: {"item":{"id":"rs_ID","content":[],"type":"reasoning","status":"in_progress"},\
            "output_index":0,"sequence_number":2,"type":"response.output_item.added"}

            event: response.content_part.added
            data: {"content_index":0,"item_id":"rs_ID","output_index":0,\
            "part":{"text":"","type":"reasoning_text"},\
            "sequence_number":3,"type":"response.content_part.added"}

            event: response.reasoning_text.delta
            data: {"content_index":0,"delta":"H","item_id":"rs_ID","output_index":0,\
            "sequence_number":4,"type":"response.reasoning_text.delta"}

            event: response.reasoning_text.delta
            data: {"content_index":0,"delta":"m","item_id":"rs_ID","output_index":0,\
            "sequence_number":5,"type":"response.reasoning_text.delta"}

            event: response.reasoning_text.done
            data: {"content_index":0,"item_id":"rs_ID","output_index":0,\
            "sequence_number":6,"text":"Hm","type":"response.reasoning_text.done"}

            event: response.content_part.done
            data: {"content_index":0,"item_id":"rs_ID","output_index":0,\
            "part":{"text":"Hm","type":"reasoning_text"},\
            "sequence_number":7,"type":"response.content_part.done"}

            event: response.output_item.done
            data: {"item":{"id":"rs_ID","content":[{"text":"Hm","type":"reasoning_text"}],\
            "type":"reasoning","status":"completed"},\
            "output_index":0,"sequence_number":8,"type":"response.output_item.done"}

            event: response.output_item.added
            data: {"item":{"id":"msg_ID","content":[],"role":"assistant",\
            "status":"in_progress","type":"message"},\
            "output_index":1,"sequence_number":9,"type":"response.output_item.added"}

            event: response.content_part.added
            data: {"content_index":0,"item_id":"msg_ID","output_index":1,\
            "part":{"text":"","type":"output_text"},\
            "sequence_number":10,"type":"response.content_part.added"}

            event: response.output_text.delta
            data: {"content_index":0,"delta":"Ok","item_id":"msg_ID","output_index":1,\
            "sequence_number":11,"type":"response.output_text.delta"}

            event: response.output_text.done
            data: {"content_index":0,"item_id":"msg_ID","output_index":1,\
            "sequence_number":12,"text":"Ok","type":"response.output_text.done"}

            event: response.content_part.done
            data: {"content_index":0,"item_id":"msg_ID","output_index":1,\
            "part":{"text":"Ok","type":"output_text"},\
            "sequence_number":13,"type":"response.content_part.done"}

            event: response.output_item.done
            data: {"item":{"id":"msg_ID","content":[{"text":"Ok","type":"output_text"}],\
            "role":"assistant","status":"completed","type":"message"},\
            "output_index":1,"sequence_number":14,"type":"response.output_item.done"}

            event: response.completed
            data: {"response":{"id":"resp_ID","created_at":7,"error":null,\
            "incomplete_details":null,"model":"mimo-v2.6-pro","object":"response","output":[\
            {"id":"rs_ID","content":[{"text":"Hm","type":"reasoning_text"}],\
            "type":"reasoning","status":"completed"},\
            {"id":"msg_ID","content":[{"text":"Ok","type":"output_text"}],"role":"assistant",\
            "status":"completed","type":"message"}],"status":"completed",\
            "usage":{"input_tokens":20,"input_tokens_details":{"cached_tokens":0},\
            "output_tokens":6,"output_tokens_details":{"reasoning_tokens":1},\
            "total_tokens":26}},"sequence_number":15,"type":"response.completed"}

            """
                .replace(
                    "BEGUN",
                    """
                    {"id":"resp_ID","created_at":7,"error":null,"incomplete_details":null,\
                    "model":"mimo-v2.6-pro","object":"response","output":[],\
                    "status":"in_progress","usage":null}\
                    """)
                .replace("ID", ID));
    assertThat(IntStream.rangeClosed(0, events.count()).map(events::piecesWithin))
        .containsExactly(0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3);
  }

  @Test
  void streams_the_arguments_of_a_function_and_the_input_of_a_custom_tool() {
    Events events =
        dialect.events(
            spoken(
                new Piece.Called(0, CALL, "weather", 1),
                new Piece.Argued(0, "{\"input\":", 1),
                new Piece.Argued(0, "\"x\"}", 1),
                new Piece.Called(1, CALL, "shell", 1),
                new Piece.Argued(1, "{\"input\":", 1),
                new Piece.Argued(1, "\"ls\"}", 1)));

    assertThat(text(events))
        .contains(
            """
            event: response.output_item.added
            data: {"item":{"arguments":"","call_id":"call_ID","name":"weather","id":"fc_ID",\
            "status":"in_progress","type":"function_call"},"output_index":0,\
            "sequence_number":2,"type":"response.output_item.added"}

            event: response.function_call_arguments.delta
            data: {"delta":"{\\"input\\":","item_id":"fc_ID","output_index":0,\
            "sequence_number":3,"type":"response.function_call_arguments.delta"}

            event: response.function_call_arguments.delta
            data: {"delta":"\\"x\\"}","item_id":"fc_ID","output_index":0,\
            "sequence_number":4,"type":"response.function_call_arguments.delta"}

            event: response.function_call_arguments.done
            data: {"arguments":"{\\"input\\":\\"x\\"}","item_id":"fc_ID","name":"weather",\
            "output_index":0,"sequence_number":5,"type":"response.function_call_arguments.done"}

            event: response.output_item.done
            data: {"item":{"arguments":"{\\"input\\":\\"x\\"}","call_id":"call_ID",\
            "name":"weather","id":"fc_ID","status":"completed","type":"function_call"},\
            "output_index":0,"sequence_number":6,"type":"response.output_item.done"}

            event: response.output_item.added
            data: {"item":{"call_id":"call_ID","input":"","name":"shell",\
            "type":"custom_tool_call","id":"ctc_ID"},"output_index":1,\
            "sequence_number":7,"type":"response.output_item.added"}

            event: response.custom_tool_call_input.delta
            data: {"delta":"ls","item_id":"ctc_ID","output_index":1,\
            "sequence_number":8,"type":"response.custom_tool_call_input.delta"}

            event: response.custom_tool_call_input.done
            data: {"input":"ls","item_id":"ctc_ID","output_index":1,\
            "sequence_number":9,"type":"response.custom_tool_call_input.done"}

            """
                .replace("ID", CALL));
    assertThat(IntStream.rangeClosed(0, events.count()).map(events::piecesWithin))
        .containsExactly(0, 0, 0, 1, 2, 3, 3, 3, 4, 6, 6, 6, 6);
  }

  @Test
  void ends_a_cut_stream_as_incomplete() {
    Events events = dialect.events(spoken(FinishReason.LENGTH, List.of(new Piece.Said("O", 1))));

    assertThat(text(events.event(events.count() - 1, 0)))
        .startsWith("event: response.incomplete\n")
        .contains("\"incomplete_details\":{\"reason\":\"max_output_tokens\"}")
        .endsWith("\"type\":\"response.incomplete\"}\n\n");
  }

  @Test
  void asks_for_json_and_tools() {
    Task.Talk talk = (Task.Talk) ask(dialect, REQUEST).task();

    assertThat(talk.form()).isEqualTo(Task.Form.JSON_OBJECT);
    assertThat(talk.tools()).extracting("name").containsExactly("shell", "weather");
  }

  @Test
  void lets_calls_come_back_without_reasoning_when_told_so() {
    String call =
        """
        {"model":"mimo-v2.6-pro","input":[\
        {"type":"function_call","call_id":"c","name":"f","arguments":"{}"}]}\
        """;

    assertThat(check(dialect, call)).isInstanceOf(Checked.Refused.class);
    assertThat(check(new ResponsesDialect(MEDIA, Quirks.DEFAULT, false), call))
        .isInstanceOf(Checked.Valid.class);
  }

  private Spoken spoken(Piece... pieces) {
    return spoken(FinishReason.STOP, List.of(pieces));
  }

  private Spoken spoken(FinishReason finish, List<Piece> pieces) {
    return new Spoken(
        ID, "mimo-v2.6-pro", 7, ask(dialect, REQUEST), new Utterance(pieces, true, finish, USAGE));
  }

  private static Ask ask(ResponsesDialect dialect, String body) {
    return ((Checked.Valid) check(dialect, body)).ask();
  }

  private static Checked check(ResponsesDialect dialect, String body) {
    return dialect
        .read(body.getBytes(StandardCharsets.UTF_8))
        .check(Catalog.load("2026-10-09").models().get(0));
  }

  private static String text(Events events) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < events.count(); i++) {
      text.append(text(events.event(i, 0)));
    }
    return text.toString();
  }

  private static String text(ByteBuffer event) {
    return StandardCharsets.UTF_8.decode(event).toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
