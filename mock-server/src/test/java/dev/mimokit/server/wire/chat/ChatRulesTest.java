package dev.mimokit.server.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.media.AssumedMedia;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.quirk.EmptyDetails;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.quirk.UsageChunk;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.Spoken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatRulesTest {

  private static final ModelSpec PRO = Catalog.load(Catalog.DEFAULT_REVISION).models().get(0);

  @ParameterizedTest
  @CsvSource({
    "ALWAYS, '', 5",
    "INCLUDED, '', 4",
    "INCLUDED, '\"stream_options\":{},', 4",
    "INCLUDED, '\"stream_options\":{\"include_usage\":false},', 4",
    "INCLUDED, '\"stream_options\":{\"include_usage\":true},', 5"
  })
  void tells_the_usage_of_a_stream_always_or_when_asked(
      UsageChunk usage, String field, int events) {
    ChatDialect dialect = quirky(true, usage, EmptyDetails.OBJECT);

    Events written = dialect.events(spoken(ask(dialect, field, "hi")));

    assertThat(written.count()).isEqualTo(events);
    assertThat(text(written.event(events - 1, 0))).isEqualTo("data: [DONE]\n\n");
    assertThat(text(written.event(events - 2, 0)).contains("\"total_tokens\":9"))
        .isEqualTo(events == 5);
  }

  @Test
  void writes_null_where_there_are_no_details() {
    ChatDialect dialect = quirky(true, UsageChunk.ALWAYS, EmptyDetails.NULL);

    assertThat(text(dialect.whole(spoken(ask(dialect, "", "hi")))))
        .endsWith(
            "\"usage\":{\"completion_tokens\":2,\"prompt_tokens\":7,\"total_tokens\":9,"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":0},"
                + "\"prompt_tokens_details\":null}}");
  }

  @Test
  void leaves_the_prefix_of_errors_out_where_told() {
    ChatDialect plain = quirky(false, UsageChunk.ALWAYS, EmptyDetails.OBJECT);

    assertThat(text(plain.error(PlatformErrors.incorrect("x"), true))).startsWith("{\"error\"");
    assertThat(text(dialect(ChatRules.DEFAULT).error(PlatformErrors.incorrect("x"), true)))
        .startsWith("data:{\"error\"");
  }

  @Test
  void hands_the_definitions_of_tools_on_where_they_count() {
    String tool = "{\"type\":\"function\",\"function\":{\"name\":\"f\"}}";
    String field = "\"tools\":[" + tool + "],";
    ChatDialect counted = dialect(ChatRules.DEFAULT);
    ChatDialect free = dialect(new ChatRules(Quirks.DEFAULT, false, false));

    assertThat(ask(counted, field, "hi").task()).asString().contains(tool);
    assertThat(ask(free, field, "hi").task()).asString().doesNotContain(tool).contains("name=f");
  }

  private static ChatDialect quirky(boolean prefix, UsageChunk usage, EmptyDetails details) {
    Quirks usual = Quirks.DEFAULT;
    Quirks quirks =
        new Quirks(
            prefix,
            usage,
            details,
            usual.moderationStatus(),
            usual.createdDrifts(),
            usual.gatewayHeaders(),
            usual.implicitSystemTokens(),
            usual.bodyLimitBytes(),
            usual.forwarding(),
            usual.stripOneMillionSuffix(),
            usual.ttsCharge(),
            usual.contextOverflowStatus(),
            usual.streamErrorContentType(),
            usual.judging(),
            usual.caching(),
            usual.anthropic(),
            usual.measures(),
            usual.errors());
    return dialect(new ChatRules(quirks, false, true));
  }

  private static ChatDialect dialect(ChatRules rules) {
    return new ChatDialect(rules, new MediaReader(AssumedMedia.PRESET));
  }

  private static Ask ask(ChatDialect dialect, String fields, String prompt) {
    String body =
        "{"
            + fields
            + "\"model\":\"mimo-v2.5-pro\",\"messages\":[{\"role\":\"user\",\"content\":\""
            + prompt
            + "\"}]}";
    return ((Checked.Valid) dialect.read(bytes(body)).check(PRO)).ask();
  }

  private static Spoken spoken(Ask ask) {
    Usage usage = new Usage(new Usage.Prompt(7), 2, 0);
    Utterance utterance =
        new Utterance(List.of(new Piece.Said("hi", 1)), false, FinishReason.STOP, usage);
    return new Spoken("0".repeat(32), "mimo-v2.5-pro", 1_000, ask, utterance);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(ByteBuffer event) {
    return StandardCharsets.UTF_8.decode(event).toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
