package dev.mimokit.load.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import dev.mimokit.load.client.Loopback;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import dev.mimokit.server.media.AssumedMedia;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.wire.responses.ResponsesDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The Responses half of openai-java, unmodified. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAiResponsesTest {

  private final MimoServer server =
      MimoServer.start(ServerOptions.defaults().serving("2026-10-09").seeded(7));
  private final Loopback scripted = scripted();
  private final OpenAIClient client = client(server.baseUrl() + "/v1");
  private final OpenAIClient tools = client(scripted.baseUrl());

  @AfterAll
  void stop() {
    client.close();
    tools.close();
    server.close();
    scripted.close();
  }

  @Test
  void reads_thinking_and_text() {
    Response response = client.responses().create(hello().build());

    assertThat(response.output()).hasSize(2);
    assertThat(response.output().get(0).asReasoning().content().orElseThrow().get(0).text())
        .isNotEmpty();
    assertThat(text(response)).isNotEmpty();
    assertThat(response.status()).contains(ResponseStatus.COMPLETED);
    assertThat(response.usage().orElseThrow().totalTokens()).isPositive();
  }

  @Test
  void accumulates_a_stream_to_what_the_plain_answer_says() {
    Response plain = client.responses().create(hello().build());
    Response streamed = streamed(client, hello().build());

    assertThat(text(streamed)).isEqualTo(text(plain));
    assertThat(streamed.usage()).isEqualTo(plain.usage());
  }

  @Test
  void throws_its_own_error_for_the_platforms() {
    ResponseCreateParams unknown = hello().model("mimo-x").build();

    assertThat(
            catchThrowableOfType(
                BadRequestException.class, () -> client.responses().create(unknown)))
        .hasMessageContaining("Param Incorrect");
  }

  @Test
  void brings_a_tool_its_streamed_call_and_the_model_its_result() {
    Response calling = streamed(tools, weather().input("How warm is it in Paris?").build());
    ResponseFunctionToolCall call =
        calling.output().stream()
            .filter(ResponseOutputItem::isFunctionCall)
            .findFirst()
            .orElseThrow()
            .asFunctionCall();
    Response answer =
        tools
            .responses()
            .create(
                weather()
                    .inputOfResponse(
                        List.of(
                            ResponseInputItem.ofReasoning(calling.output().get(0).asReasoning()),
                            ResponseInputItem.ofFunctionCall(call),
                            ResponseInputItem.ofFunctionCallOutput(
                                ResponseInputItem.FunctionCallOutput.builder()
                                    .callId(call.callId())
                                    .output("21 degrees")
                                    .build())))
                    .build());

    assertThat(call.name()).isEqualTo("weather");
    assertThat(call.arguments()).isEqualTo("{\"city\":\"Paris\"}");
    assertThat(text(answer)).isEqualTo("It is 21 degrees");
  }

  private static ResponseCreateParams.Builder hello() {
    return ResponseCreateParams.builder()
        .model(ScriptedDialect.MODEL)
        .instructions("Be brief.")
        .maxOutputTokens(500)
        .input("hello");
  }

  private static ResponseCreateParams.Builder weather() {
    return ResponseCreateParams.builder()
        .model(ScriptedDialect.MODEL)
        .addTool(
            FunctionTool.builder()
                .name("weather")
                .strict(false)
                .parameters(
                    FunctionTool.Parameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .build())
                .build());
  }

  private static String text(Response response) {
    return response.output().stream()
        .filter(ResponseOutputItem::isMessage)
        .map(item -> item.asMessage().content().get(0).asOutputText().text())
        .findFirst()
        .orElseThrow();
  }

  private static Response streamed(OpenAIClient client, ResponseCreateParams params) {
    ResponseAccumulator accumulator = ResponseAccumulator.create();
    try (StreamResponse<ResponseStreamEvent> events = client.responses().createStreaming(params)) {
      events.stream().forEach(accumulator::accumulate);
    }
    return accumulator.response();
  }

  private static OpenAIClient client(String baseUrl) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(baseUrl)
        .apiKey(MimoServer.DEMO_KEY)
        .maxRetries(0)
        .build();
  }

  private static Loopback scripted() {
    try {
      return Loopback.serving(
          new ScriptedDialect(new ResponsesDialect(new MediaReader(AssumedMedia.PRESET))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
