package dev.mimokit.load.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LangChain4jTest {

  private static final String PRO = "mimo-v2.5-pro";
  private static final String KEY = "sk-langchain.java";
  private static final ToolSpecification WEATHER =
      ToolSpecification.builder()
          .name("get_weather")
          .parameters(
              JsonObjectSchema.builder()
                  .addStringProperty("city")
                  .addIntegerProperty("days")
                  .required("city", "days")
                  .build())
          .build();

  private static Optional<MimoServer> server = Optional.empty();

  @BeforeAll
  static void open() {
    server = Optional.of(MimoServer.start(ServerOptions.defaults()));
  }

  @AfterAll
  static void close() {
    server.ifPresent(MimoServer::close);
  }

  @Test
  void understands_a_plain_answer() {
    ChatResponse answer = model(PRO).build().chat(UserMessage.from("Say hello."));

    assertThat(answer.aiMessage().text()).isNotEmpty();
    assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(answer.tokenUsage().totalTokenCount())
        .isEqualTo(answer.tokenUsage().inputTokenCount() + answer.tokenUsage().outputTokenCount());
  }

  @Test
  void understands_a_stream() {
    ChatResponse streamed = stream(asking("Say hello.").build());
    ChatResponse plain = model(PRO).build().chat(asking("Say hello.").build());

    assertThat(streamed.aiMessage().text()).isEqualTo(plain.aiMessage().text());
    assertThat(streamed.tokenUsage().outputTokenCount())
        .isEqualTo(plain.tokenUsage().outputTokenCount());
  }

  @Test
  void switches_thinking() {
    ChatResponse on = model(PRO).returnThinking(true).build().chat(UserMessage.from("Hello."));
    ChatResponse off =
        model(PRO)
            .returnThinking(true)
            .customParameters(Map.of("thinking", Map.of("type", "disabled")))
            .build()
            .chat(UserMessage.from("Hello."));

    assertThat(on.aiMessage().thinking()).isNotEmpty();
    assertThat(off.aiMessage().thinking()).isNull();
  }

  @Test
  void makes_a_tool_round_trip_when_it_sends_its_thinking_back() throws IOException {
    OpenAiChatModel model = model(PRO).returnThinking(true).sendThinking(true).build();
    ChatMessage question = UserMessage.from("Weather in \"Paris\" for 3 days?");
    ChatResponse asked =
        model.chat(ChatRequest.builder().messages(question).toolSpecifications(WEATHER).build());
    ToolExecutionRequest call = asked.aiMessage().toolExecutionRequests().get(0);

    ChatResponse told =
        model.chat(
            ChatRequest.builder()
                .messages(
                    question, asked.aiMessage(), ToolExecutionResultMessage.from(call, "Sunny."))
                .toolSpecifications(WEATHER)
                .build());

    JsonNode arguments = new ObjectMapper().readTree(call.arguments());
    assertThat(call.name()).isEqualTo("get_weather");
    assertThat(arguments.path("days").isInt()).isTrue();
    assertThat(told.aiMessage().text()).isNotEmpty();
  }

  @Test
  void is_refused_when_it_keeps_its_thinking_to_itself() {
    OpenAiChatModel model = model(PRO).build();
    ChatMessage question = UserMessage.from("Weather in \"Paris\" for 3 days?");
    ChatResponse asked =
        model.chat(ChatRequest.builder().messages(question).toolSpecifications(WEATHER).build());
    ToolExecutionRequest call = asked.aiMessage().toolExecutionRequests().get(0);

    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                model.chat(
                    question, asked.aiMessage(), ToolExecutionResultMessage.from(call, "Sunny.")));

    assertThat(refused).hasMessageContaining("reasoning_content");
  }

  @Test
  void gathers_the_arguments_of_a_streamed_tool_call() throws IOException {
    ChatResponse asked = stream(asking("Weather?").toolSpecifications(WEATHER).build());

    String arguments = asked.aiMessage().toolExecutionRequests().get(0).arguments();
    assertThat(new ObjectMapper().readTree(arguments).path("city").isTextual()).isTrue();
  }

  @Test
  void reads_an_answer_in_json() throws IOException {
    ChatResponse answer =
        model(PRO)
            .build()
            .chat(
                asking("Answer in JSON with the keys name and age.")
                    .responseFormat(ResponseFormat.JSON)
                    .build());

    assertThat(new ObjectMapper().readTree(answer.aiMessage().text()).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("name", "age");
  }

  @Test
  void sends_an_image() {
    ChatResponse answer =
        model("mimo-v2.5")
            .build()
            .chat(
                UserMessage.from(
                    List.of(TextContent.from("What is this?"), ImageContent.from(Pictures.PIXEL))));

    assertThat(answer.aiMessage().text()).isNotEmpty();
  }

  private static OpenAiChatModel.OpenAiChatModelBuilder model(String name) {
    return OpenAiChatModel.builder().baseUrl(url()).apiKey(KEY).modelName(name).maxRetries(0);
  }

  private static ChatRequest.Builder asking(String prompt) {
    return ChatRequest.builder().messages(UserMessage.from(prompt));
  }

  private static String url() {
    return server.orElseThrow().baseUrl() + "/v1";
  }

  private static ChatResponse stream(ChatRequest request) {
    CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    OpenAiStreamingChatModel.builder()
        .baseUrl(url())
        .apiKey(KEY)
        .modelName(PRO)
        .build()
        .chat(
            request,
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String text) {}

              @Override
              public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
              }

              @Override
              public void onError(Throwable error) {
                whole.completeExceptionally(error);
              }
            });
    return whole.join();
  }
}
