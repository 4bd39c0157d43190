package dev.mimokit.server.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.media.AssumedMedia;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.Moderation;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.Spoken;
import dev.mimokit.server.wire.chat.ChatRules.EmptyDetails;
import dev.mimokit.server.wire.chat.ChatRules.UsageChunk;
import dev.mimokit.server.wire.chat.ChatRules.Writing;
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
    ChatDialect dialect = writing(new Writing(true, usage, EmptyDetails.OBJECT, true));

    Events written = dialect.events(spoken(ask(dialect, field, "hi")));

    assertThat(written.count()).isEqualTo(events);
    assertThat(text(written.event(events - 1, 0))).isEqualTo("data: [DONE]\n\n");
    assertThat(text(written.event(events - 2, 0)).contains("\"total_tokens\":9"))
        .isEqualTo(events == 5);
  }

  @Test
  void writes_null_where_there_are_no_details() {
    ChatDialect dialect = writing(new Writing(true, UsageChunk.ALWAYS, EmptyDetails.NULL, true));

    assertThat(text(dialect.whole(spoken(ask(dialect, "", "hi")))))
        .endsWith(
            "\"usage\":{\"completion_tokens\":2,\"prompt_tokens\":7,\"total_tokens\":9,"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":0},"
                + "\"prompt_tokens_details\":null}}");
  }

  @Test
  void keeps_created_where_it_does_not_drift() {
    ChatDialect fixed = writing(new Writing(true, UsageChunk.ALWAYS, EmptyDetails.OBJECT, false));
    ChatDialect drifting = writing(Writing.OBSERVED);

    assertThat(text(fixed.events(spoken(ask(fixed, "", "hi"))).event(1, 1_008)))
        .contains("\"created\":1000,");
    assertThat(text(drifting.events(spoken(ask(drifting, "", "hi"))).event(1, 1_008)))
        .contains("\"created\":1008,");
  }

  @Test
  void leaves_the_prefix_of_errors_out_where_told() {
    ChatDialect plain = writing(new Writing(false, UsageChunk.ALWAYS, EmptyDetails.OBJECT, true));

    assertThat(text(plain.error(PlatformErrors.incorrect("x"), true))).startsWith("{\"error\"");
    assertThat(text(writing(Writing.OBSERVED).error(PlatformErrors.incorrect("x"), true)))
        .startsWith("data:{\"error\"");
  }

  @ParameterizedTest
  @CsvSource({"421", "400"})
  void refuses_moderated_words_in_any_turn(int status) {
    Moderation moderation = new Moderation(List.of("Forbidden"), status);
    ChatDialect dialect = dialect(ChatRules.DEFAULT.moderatedBy(moderation));
    String messages =
        "\"messages\":[{\"role\":\"system\",\"content\":\"never forBIDDEN words\"},"
            + "{\"role\":\"user\",\"content\":\"hi\"}]}";

    Checked checked =
        dialect.read(bytes("{\"model\":\"mimo-v2.5-pro\",\"stream\":true," + messages)).check(PRO);

    assertThat(checked).isInstanceOf(Checked.Refused.class);
    Checked.Refused refused = (Checked.Refused) checked;
    assertThat(refused.error().status()).isEqualTo(status);
    assertThat(text(dialect.error(refused.error(), true)))
        .isEqualTo(
            "data:{\"error\":{\"code\":\"421\",\"message\":\"Moderation Block\",\"param\":\"The request"
                + " was rejected because it was considered high risk\","
                + "\"type\":\"content_filter\"}}");
    assertThat(ask(dialect, "", "allowed").turns()).hasSize(1);
  }

  @Test
  void refuses_rules_that_cannot_hold() {
    assertThatThrownBy(() -> new Moderation(List.of("a", ""), 421))
        .hasMessage("a moderated word must not be empty: [a, ]");
    assertThatThrownBy(() -> new ChatRules(false, Moderation.NONE, true, -1, Writing.OBSERVED))
        .hasMessage("implicitSystemTokens must not be negative: -1");
  }

  @Test
  void hands_the_hidden_tokens_and_the_definitions_of_tools_on() {
    String tool = "{\"type\":\"function\",\"function\":{\"name\":\"f\"}}";
    String field = "\"tools\":[" + tool + "],";
    ChatDialect counted = dialect(ChatRules.DEFAULT);
    ChatDialect free = dialect(new ChatRules(false, Moderation.NONE, false, 245, Writing.OBSERVED));

    assertThat(ask(counted, field, "hi").task()).asString().contains(tool);
    assertThat(ask(free, field, "hi").task()).asString().doesNotContain(tool).contains("name=f");
    assertThat(ask(free, field, "hi").extras().hiddenTokens()).isEqualTo(245);
  }

  private static ChatDialect writing(Writing writing) {
    return dialect(ChatRules.DEFAULT.writtenAs(writing));
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

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
