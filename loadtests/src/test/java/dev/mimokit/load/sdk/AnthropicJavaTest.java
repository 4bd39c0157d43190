package dev.mimokit.load.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.ThinkingBlockParam;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** anthropic-java, unmodified. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnthropicJavaTest {

  private static final String PRO = "mimo-v2.5-pro";

  private final MimoServer server = MimoServer.start(ServerOptions.defaults().seeded(7));
  private final AnthropicClient client =
      client(server.baseUrl() + "/anthropic", MimoServer.DEMO_KEY);

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void reads_a_plain_answer() {
    Message message =
        client
            .messages()
            .create(hello().thinking(ThinkingConfigDisabled.builder().build()).build());

    assertThat(message.id()).matches("[0-9a-f]{32}");
    assertThat(message.content()).singleElement().matches(ContentBlock::isText);
    assertThat(message.content().get(0).asText().text()).isNotEmpty();
    assertThat(message.stopReason()).contains(StopReason.END_TURN);
    assertThat(message.usage().inputTokens()).isPositive();
    assertThat(message.usage().outputTokens()).isPositive();
  }

  @Test
  void reads_thinking_before_the_text() {
    Message message = client.messages().create(hello().enabledThinking(1024).build());

    assertThat(message.content()).hasSize(2);
    assertThat(message.content().get(0).asThinking().thinking()).isNotEmpty();
    assertThat(message.content().get(0).asThinking().signature()).isEmpty();
    assertThat(message.content().get(1).asText().text()).isNotEmpty();
  }

  @Test
  void accumulates_a_stream_to_what_the_plain_answer_says() {
    MessageCreateParams params = hello().system("Be brief.").build();

    Message plain = client.messages().create(params);
    Message streamed = streamed(client, params);

    assertThat(texts(streamed)).isEqualTo(texts(plain));
    assertThat(streamed.stopReason()).isEqualTo(plain.stopReason());
    assertThat(streamed.usage().inputTokens()).isEqualTo(plain.usage().inputTokens());
    assertThat(streamed.usage().outputTokens()).isEqualTo(plain.usage().outputTokens());
  }

  @Test
  void throws_its_own_errors_for_the_platforms() {
    MessageCreateParams unknown = hello().model("mimo-x").build();
    AnthropicClient stranger = client(server.baseUrl() + "/anthropic", "no-key");
    AnthropicClient busy = client(server.baseUrl() + "/anthropic", "sk-busy");

    BadRequestException refused =
        catchThrowableOfType(BadRequestException.class, () -> client.messages().create(unknown));
    assertThat(refused.body().toString()).contains("Not supported model mimo-x");
    assertThat(
            catchThrowableOfType(
                UnauthorizedException.class, () -> stranger.messages().create(hello().build())))
        .isNotNull();
    for (int i = 0; i < 100; i++) {
      assertThat(busy.messages().create(hello().build()).content()).isNotEmpty();
    }
    assertThat(
            catchThrowableOfType(RateLimitException.class, () -> streamed(busy, hello().build())))
        .isNotNull();
    stranger.close();
    busy.close();
  }

  @Test
  void brings_a_tool_its_call_and_the_model_its_result() {
    MessageCreateParams.Builder asked = weather();

    Message calling = client.messages().create(asked.build());
    Message answer =
        client
            .messages()
            .create(
                asked
                    .addMessage(calling)
                    .addUserMessageOfContentBlockParams(result(calling))
                    .build());

    assertThat(calling.stopReason()).contains(StopReason.TOOL_USE);
    assertThat(called(calling).name()).isEqualTo("weather");
    assertThat(called(calling)._input().toString()).contains("city");
    assertThat(texts(answer)).hasSize(2).doesNotContain("");
  }

  /** Streams carry no signature, which this library wants to pass on: its user has to name it. */
  @Test
  void brings_a_tool_its_streamed_call_and_the_model_its_result() {
    MessageCreateParams.Builder asked = weather();

    Message calling = streamed(client, asked.build());
    ContentBlockParam thinking =
        ContentBlockParam.ofThinking(
            ThinkingBlockParam.builder()
                .thinking(calling.content().get(0).asThinking().thinking())
                .signature("")
                .build());
    ContentBlockParam call = ContentBlockParam.ofToolUse(called(calling).toParam());
    Message answer =
        streamed(
            client,
            asked
                .addAssistantMessageOfContentBlockParams(List.of(thinking, call))
                .addUserMessageOfContentBlockParams(result(calling))
                .build());

    assertThat(calling.stopReason()).contains(StopReason.TOOL_USE);
    assertThat(texts(answer)).hasSize(2).doesNotContain("");
  }

  @Test
  void shows_a_picture() {
    String png = Pictures.PIXEL.substring(Pictures.PIXEL.indexOf(',') + 1);
    Message answer =
        client
            .messages()
            .create(
                MessageCreateParams.builder()
                    .model("mimo-v2.5")
                    .maxTokens(500)
                    .addUserMessageOfContentBlockParams(
                        List.of(
                            ContentBlockParam.ofImage(
                                ImageBlockParam.builder()
                                    .source(
                                        Base64ImageSource.builder()
                                            .mediaType(Base64ImageSource.MediaType.IMAGE_PNG)
                                            .data(png)
                                            .build())
                                    .build())))
                    .build());

    assertThat(answer.stopReason()).contains(StopReason.END_TURN);
    assertThat(answer.content()).isNotEmpty();
  }

  private static MessageCreateParams.Builder hello() {
    return MessageCreateParams.builder().model(PRO).maxTokens(500).addUserMessage("hello");
  }

  private static MessageCreateParams.Builder weather() {
    return MessageCreateParams.builder()
        .model(PRO)
        .maxTokens(500)
        .addTool(
            Tool.builder()
                .name("weather")
                .inputSchema(
                    Tool.InputSchema.builder()
                        .putAdditionalProperty(
                            "properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .putAdditionalProperty("required", JsonValue.from(List.of("city")))
                        .build())
                .build())
        .addUserMessage("How warm is it in Paris?");
  }

  private static List<ContentBlockParam> result(Message calling) {
    return List.of(
        ContentBlockParam.ofToolResult(
            ToolResultBlockParam.builder()
                .toolUseId(called(calling).id())
                .content("21 degrees")
                .build()));
  }

  private static ToolUseBlock called(Message message) {
    return message.content().stream()
        .filter(ContentBlock::isToolUse)
        .findFirst()
        .orElseThrow()
        .asToolUse();
  }

  private static List<String> texts(Message message) {
    return message.content().stream()
        .map(block -> block.isText() ? block.asText().text() : block.asThinking().thinking())
        .collect(Collectors.toList());
  }

  private static Message streamed(AnthropicClient client, MessageCreateParams params) {
    MessageAccumulator accumulator = MessageAccumulator.create();
    try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params)) {
      events.stream().forEach(accumulator::accumulate);
    }
    return accumulator.message();
  }

  private static AnthropicClient client(String baseUrl, String key) {
    return AnthropicOkHttpClient.builder().baseUrl(baseUrl).apiKey(key).maxRetries(0).build();
  }
}
