package dev.mimokit.load.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionAudioParam;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenAiJavaTest {

  private static final String PRO = "mimo-v2.5-pro";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Optional<MimoServer> server = Optional.empty();
  private static Optional<OpenAIClient> client = Optional.empty();

  @BeforeAll
  static void open() {
    MimoServer started = MimoServer.start(ServerOptions.defaults());
    server = Optional.of(started);
    client =
        Optional.of(
            OpenAIOkHttpClient.builder()
                .baseUrl(started.baseUrl() + "/v1")
                .apiKey("sk-openai.java")
                .maxRetries(0)
                .build());
  }

  @AfterAll
  static void close() {
    client.ifPresent(OpenAIClient::close);
    server.ifPresent(MimoServer::close);
  }

  @Test
  void understands_a_plain_answer() {
    ChatCompletion answer = create(asking("Say hello.").build());

    assertThat(content(answer)).isNotEmpty();
    assertThat(answer.choices().get(0).finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(answer.usage().orElseThrow().totalTokens())
        .isEqualTo(answer.usage().get().promptTokens() + answer.usage().get().completionTokens());
  }

  @Test
  void understands_a_stream() {
    ChatCompletion streamed = stream(asking("Say hello.").build());
    ChatCompletion plain = create(asking("Say hello.").build());

    assertThat(content(streamed)).isEqualTo(content(plain));
    assertThat(streamed.usage().orElseThrow().completionTokens())
        .isEqualTo(plain.usage().orElseThrow().completionTokens());
  }

  @Test
  void switches_thinking() {
    ChatCompletion on = create(asking("Say hello.").build());
    ChatCompletion off =
        create(
            asking("Say hello.")
                .putAdditionalBodyProperty("thinking", JsonValue.from(Map.of("type", "disabled")))
                .build());

    assertThat(tree(on).at("/choices/0/message/reasoning_content").isTextual()).isTrue();
    assertThat(tree(off).at("/choices/0/message/reasoning_content").isMissingNode()).isTrue();
  }

  @Test
  void makes_a_tool_round_trip() throws IOException {
    ChatCompletionCreateParams.Builder conversation = asking("Weather in \"Paris\" for 3 days?");
    ChatCompletion asked = create(withWeather(conversation).build());
    ChatCompletionMessageFunctionToolCall call =
        message(asked).toolCalls().orElseThrow().get(0).asFunction();

    ChatCompletion told =
        create(
            withWeather(asking("Weather in \"Paris\" for 3 days?"))
                .addMessage(
                    message(asked).toParam().toBuilder()
                        .putAdditionalProperty("reasoning_content", reasoning(asked))
                        .build())
                .addMessage(
                    ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.id())
                        .content("Sunny.")
                        .build())
                .build());

    JsonNode arguments = JSON.readTree(call.function().arguments());
    assertThat(call.function().name()).isEqualTo("get_weather");
    assertThat(arguments.path("city").isTextual()).isTrue();
    assertThat(arguments.path("days").intValue()).isBetween(1, 7);
    assertThat(content(told)).isNotEmpty();
  }

  /** The library drops what the model thought: with thinking on, the platform takes offence. */
  @Test
  void is_refused_when_it_drops_the_thinking_of_a_tool_turn() {
    ChatCompletion asked = create(withWeather(asking("Weather?")).build());
    ChatCompletionCreateParams again =
        withWeather(asking("Weather?"))
            .addMessage(message(asked))
            .addMessage(
                ChatCompletionToolMessageParam.builder()
                    .toolCallId(message(asked).toolCalls().orElseThrow().get(0).asFunction().id())
                    .content("Sunny.")
                    .build())
            .build();

    BadRequestException refused =
        catchThrowableOfType(BadRequestException.class, () -> create(again));

    assertThat(refused.param().orElseThrow()).contains("reasoning_content");
  }

  @Test
  void gathers_the_arguments_of_a_streamed_tool_call() throws IOException {
    ChatCompletion asked = stream(withWeather(asking("Weather?")).build());

    String arguments =
        message(asked).toolCalls().orElseThrow().get(0).asFunction().function().arguments();
    assertThat(JSON.readTree(arguments).path("city").isTextual()).isTrue();
  }

  @Test
  void reads_an_answer_in_json() throws IOException {
    ChatCompletion answer =
        create(
            asking("Answer in JSON with the keys name and age.")
                .responseFormat(ResponseFormatJsonObject.builder().build())
                .build());

    assertThat(JSON.readTree(content(answer)).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("name", "age");
  }

  @Test
  void sends_an_image_to_a_model_that_sees_and_is_refused_by_one_that_does_not() {
    ChatCompletion seen = create(showing("mimo-v2.5"));

    assertThat(tree(seen).at("/usage/prompt_tokens_details/image_tokens").longValue()).isPositive();
    assertThat(catchThrowableOfType(NotFoundException.class, () -> create(showing(PRO))))
        .isNotNull();
  }

  @Test
  void hears_speech() throws IOException, UnsupportedAudioFileException {
    ChatCompletion answer =
        create(
            ChatCompletionCreateParams.builder()
                .model("mimo-v2.5-tts")
                .addMessage(
                    ChatCompletionAssistantMessageParam.builder()
                        .content("The lantern is lit, and the river is calm.")
                        .build())
                .audio(
                    ChatCompletionAudioParam.builder()
                        .format(ChatCompletionAudioParam.Format.WAV)
                        .voice("Mia")
                        .build())
                .build());

    byte[] wav = Base64.getDecoder().decode(message(answer).audio().orElseThrow().data());
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      assertThat(sound.getFormat().getSampleRate()).isEqualTo(24_000);
      assertThat(sound.getFrameLength()).isGreaterThan(24_000);
    }
  }

  @Test
  void keeps_the_status_of_an_error() {
    BadRequestException refused =
        catchThrowableOfType(
            BadRequestException.class, () -> create(asking("Say hello.").model("gpt-4o").build()));

    assertThat(refused.code()).contains("400");
    assertThat(refused.param()).contains("Not supported model gpt-4o");
  }

  private static ChatCompletionCreateParams.Builder asking(String prompt) {
    return ChatCompletionCreateParams.builder().model(PRO).addUserMessage(prompt);
  }

  private static ChatCompletionCreateParams.Builder withWeather(
      ChatCompletionCreateParams.Builder builder) {
    Map<String, Object> properties =
        Map.of(
            "city", Map.of("type", "string"),
            "days", Map.of("type", "integer", "minimum", 1, "maximum", 7));
    return builder.addFunctionTool(
        FunctionDefinition.builder()
            .name("get_weather")
            .parameters(
                FunctionParameters.builder()
                    .putAdditionalProperty("type", JsonValue.from("object"))
                    .putAdditionalProperty("properties", JsonValue.from(properties))
                    .putAdditionalProperty("required", JsonValue.from(List.of("city", "days")))
                    .build())
            .build());
  }

  private static ChatCompletionCreateParams showing(String model) {
    return ChatCompletionCreateParams.builder()
        .model(model)
        .addUserMessageOfArrayOfContentParts(
            List.of(
                ChatCompletionContentPart.ofText(
                    ChatCompletionContentPartText.builder().text("What is this?").build()),
                ChatCompletionContentPart.ofImageUrl(
                    ChatCompletionContentPartImage.builder()
                        .imageUrl(
                            ChatCompletionContentPartImage.ImageUrl.builder()
                                .url(Pictures.PIXEL)
                                .build())
                        .build())))
        .build();
  }

  private static ChatCompletion create(ChatCompletionCreateParams params) {
    return client.orElseThrow().chat().completions().create(params);
  }

  private static ChatCompletion stream(ChatCompletionCreateParams params) {
    ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.orElseThrow().chat().completions().createStreaming(params)) {
      stream.stream().forEach(accumulator::accumulate);
    }
    return accumulator.chatCompletion();
  }

  /** What the platform adds to the protocol stands in no typed field. */
  private static JsonNode tree(ChatCompletion answer) {
    return ObjectMappers.jsonMapper().valueToTree(answer);
  }

  private static JsonValue reasoning(ChatCompletion answer) {
    return JsonValue.from(tree(answer).at("/choices/0/message/reasoning_content").textValue());
  }

  private static ChatCompletionMessage message(ChatCompletion answer) {
    return answer.choices().get(0).message();
  }

  private static String content(ChatCompletion answer) {
    return message(answer).content().orElseThrow();
  }
}
