package dev.mimokit.server.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Bounds;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.media.AssumedMedia;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.quirk.AnthropicHabits;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.quirk.StartUsage;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.Spoken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnthropicDialectTest {

  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final MediaReader MEDIA = new MediaReader(AssumedMedia.PRESET);
  private static final String CALL = "0123456789abcdef01234567";
  private static final Usage USAGE = new Usage(new Usage.Prompt(20, 8, Media.NONE, 0), 6, 1);
  private static final List<Piece> CALLS =
      List.of(
          new Piece.Thought("Hm", 1),
          new Piece.Said("Let", 1),
          new Piece.Said(" me", 1),
          new Piece.Called(0, CALL, "weather", 1),
          new Piece.Argued(0, "{\"city\":", 1),
          new Piece.Argued(0, "\"Paris\"}", 1));

  private final AnthropicDialect dialect = new AnthropicDialect(MEDIA);

  @Test
  void writes_calls_as_blocks_and_cached_tokens_apart() {
    assertThat(whole(dialect, spoken(CALLS, FinishReason.TOOL_CALLS)))
        .isEqualTo(
            """
            {"id":"0123456789abcdef0123456789abcdef","type":"message","role":"assistant",\
            "model":"mimo-v2.5-pro","stop_reason":"tool_use","content":[\
            {"type":"thinking","thinking":"Hm","signature":""},\
            {"type":"text","text":"Let me"},\
            {"type":"tool_use","id":"call_0123456789abcdef01234567","name":"weather",\
            "input":{"city":"Paris"}}],\
            "usage":{"input_tokens":12,"output_tokens":6,"cache_read_input_tokens":8}}\
            """);
  }

  @Test
  void writes_the_text_first_when_told_so() {
    AnthropicDialect textFirst = quirky(new AnthropicHabits(false, false, false, StartUsage.ZERO));

    assertThat(whole(textFirst, spoken(CALLS, FinishReason.TOOL_CALLS)))
        .contains(
            """
            "content":[{"type":"text","text":"Let me"},\
            {"type":"thinking","thinking":"Hm","signature":""},{"type":"tool_use",\
            """);
  }

  @Test
  void streams_each_block_from_its_start_to_its_stop() {
    Events events = dialect.events(spoken(CALLS, FinishReason.TOOL_CALLS));

    assertThat(text(events))
        .isEqualTo(
            """
            event: message_start
            data: {"type":"message_start","message":{"id":"0123456789abcdef0123456789abcdef",\
            "type":"message","role":"assistant","model":"mimo-v2.5-pro","content":[],\
            "stop_reason":null,"usage":{"input_tokens":0,"output_tokens":0}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,\
            "content_block":{"type":"thinking","thinking":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,\
            "delta":{"type":"thinking_delta","thinking":"Hm"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: content_block_start
            data: {"type":"content_block_start","index":1,\
            "content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,\
            "delta":{"type":"text_delta","text":"Let"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,\
            "delta":{"type":"text_delta","text":" me"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":1}

            event: content_block_start
            data: {"type":"content_block_start","index":2,"content_block":{"type":"tool_use",\
            "id":"call_0123456789abcdef01234567","name":"weather","input":{}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,\
            "delta":{"type":"input_json_delta","partial_json":"{\\"city\\":"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,\
            "delta":{"type":"input_json_delta","partial_json":"\\"Paris\\"}"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":2}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},\
            "usage":{"input_tokens":12,"output_tokens":6,"cache_read_input_tokens":8}}

            event: message_stop
            data: {"type":"message_stop"}

            """);
    assertThat(IntStream.rangeClosed(0, events.count()).map(events::piecesWithin))
        .containsExactly(0, 0, 0, 1, 1, 1, 2, 3, 3, 4, 5, 6, 6, 6, 6);
  }

  @Test
  void writes_a_call_that_was_cut_with_an_empty_input() {
    Spoken cut = spoken(CALLS.subList(3, 5), FinishReason.LENGTH);
    Spoken bare = spoken(CALLS.subList(3, 4), FinishReason.LENGTH);

    assertThat(whole(dialect, cut)).contains("\"name\":\"weather\",\"input\":{}}]");
    assertThat(text(dialect.events(bare)))
        .contains("\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\"}");
  }

  @Test
  void names_every_way_to_stop() {
    assertThat(List.of(FinishReason.values()))
        .extracting(StopWord::of)
        .containsExactly(
            "end_turn", "max_tokens", "tool_use", "content_filter", "repetition_truncation");
  }

  @Test
  void prefixes_only_streamed_errors_and_only_when_told_so() {
    AnthropicDialect prefixing = quirky(new AnthropicHabits(true, true, false, StartUsage.ZERO));

    assertThat(text(prefixing.error(PlatformErrors.incorrect("x"), true)))
        .startsWith("data:{\n    \"error\"");
    assertThat(text(prefixing.error(PlatformErrors.incorrect("x"), false))).startsWith("{\n");
    assertThat(text(dialect.error(PlatformErrors.incorrect("x"), true))).startsWith("{\n");
    assertThat(text(prefixing.error(PlatformErrors.LIMITATION, true))).startsWith("{\n");
  }

  @Test
  void tells_the_type_of_errors_that_have_one() {
    assertThat(text(dialect.error(PlatformErrors.named("content_filter").orElseThrow(), false)))
        .endsWith("high risk\",\n        \"type\": \"content_filter\"\n    }\n}");
  }

  @Test
  void reads_tools_and_whether_several_may_be_called() {
    String body =
        """
        {"model":"mimo-v2.5-pro","tool_choice":{"type":"any"%s},"tools":[{"name":"weather",\
        "description":"d","input_schema":{"type":"object","properties":{}}}],\
        "messages":[{"role":"user","content":"hi"}]}\
        """;

    Task.Talk several = talk(body.formatted(""));
    Task.Talk one = talk(body.formatted(",\"disable_parallel_tool_use\":true"));

    assertThat(several.parallel()).isTrue();
    assertThat(one.parallel()).isFalse();
    assertThat(one.tools()).singleElement().extracting("name").isEqualTo("weather");
    assertThat(one.tools().get(0).parameters().toString())
        .isEqualTo("{\"type\":\"object\",\"properties\":{}}");
  }

  @Test
  void reads_a_tool_result_and_the_text_after_it_as_two_turns() {
    Ask ask =
        ask(
            """
            {"model":"mimo-v2-flash","messages":[{"role":"user","content":[\
            {"type":"tool_result","tool_use_id":"call_1","is_error":false,\
            "content":[{"type":"text","text":"21"},{"type":"text","text":" degrees"}]},\
            {"type":"text","text":"So?"}]}]}\
            """);

    assertThat(ask.turns())
        .containsExactly(new Turn("tool", "21 degrees"), new Turn("user", "So?"));
  }

  private Task.Talk talk(String body) {
    return (Task.Talk) ask(body).task();
  }

  private Ask ask(String body) {
    Checked checked =
        dialect
            .read(body.getBytes(StandardCharsets.UTF_8))
            .check(Catalog.load(Catalog.DEFAULT_REVISION).models().get(0));
    assertThat(checked).isInstanceOf(Checked.Valid.class);
    return ((Checked.Valid) checked).ask();
  }

  private static Spoken spoken(List<Piece> pieces, FinishReason finish) {
    Ask ask =
        new Ask(
            List.of(new Turn("user", "hi")),
            true,
            new Bounds(OptionalLong.empty(), List.of()),
            Task.TALK);
    return new Spoken(ID, "mimo-v2.5-pro", 7, ask, new Utterance(pieces, true, finish, USAGE));
  }

  private static String whole(AnthropicDialect dialect, Spoken spoken) {
    return text(dialect.whole(spoken));
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

  private static AnthropicDialect quirky(AnthropicHabits habits) {
    return new AnthropicDialect(MEDIA, Quirks.DEFAULT.with(habits));
  }
}
