package dev.mimokit.load.agent;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.driver.DriverCall;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * langchain4j's OpenAI models as a driver program. Recommended means more retries of the plain
 * model; the streaming model has none to set, and neither reads Retry-After.
 */
public final class LangChain4jAgent extends BlockingAgent {

  private final PerAccount<OpenAiChatModel> plain;
  private final PerAccount<OpenAiStreamingChatModel> streaming;

  /** An agent without models yet, which measures its calls with {@code clock}. */
  public LangChain4jAgent(Settings settings, NanoClock clock) {
    super(clock);
    plain = new PerAccount<>(call -> plain(call, settings));
    streaming = new PerAccount<>(LangChain4jAgent::streaming);
  }

  /** Speaks the driver protocol until standard input ends. */
  public static void main(String[] arguments) {
    DriverLoop.runAndExit(new LangChain4jAgent(Settings.of(arguments), NanoClock.system()));
  }

  @Override
  void send(DriverCall call, StringBuilder text) throws Exception {
    ChatRequest request =
        ChatRequest.builder()
            .messages(UserMessage.from(call.prompt()))
            .modelName(call.model())
            .build();
    if (call.stream()) {
      await(request, streaming.of(call), text);
    } else {
      String answer = plain.of(call).chat(request).aiMessage().text();
      text.append(answer == null ? "" : answer);
    }
  }

  private static void await(ChatRequest request, OpenAiStreamingChatModel model, StringBuilder text)
      throws Exception {
    CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    model.chat(request, appending(text, whole));
    try {
      whole.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static StreamingChatResponseHandler appending(
      StringBuilder text, CompletableFuture<ChatResponse> whole) {
    return new StreamingChatResponseHandler() {
      @Override
      public void onPartialResponse(String part) {
        text.append(part);
      }

      @Override
      public void onCompleteResponse(ChatResponse response) {
        whole.complete(response);
      }

      @Override
      public void onError(Throwable error) {
        whole.completeExceptionally(error);
      }
    };
  }

  /** The status is found in a cause; headers are nowhere. */
  @Override
  Exposed exposed(Exception error) {
    return Stream.iterate(
            Optional.<Throwable>of(error),
            Optional::isPresent,
            link -> link.flatMap(e -> Optional.ofNullable(e.getCause())))
        .flatMap(Optional::stream)
        .filter(HttpException.class::isInstance)
        .map(e -> Exposed.status(((HttpException) e).statusCode()))
        .findFirst()
        .orElse(Exposed.NOTHING);
  }

  private static OpenAiChatModel plain(DriverCall call, Settings settings) {
    OpenAiChatModel.OpenAiChatModelBuilder builder =
        OpenAiChatModel.builder().baseUrl(call.baseUrl()).apiKey(call.apiKey());
    return settings == Settings.DEFAULTS
        ? builder.build()
        : builder.maxRetries(Settings.RECOMMENDED_RETRIES).build();
  }

  private static OpenAiStreamingChatModel streaming(DriverCall call) {
    return OpenAiStreamingChatModel.builder().baseUrl(call.baseUrl()).apiKey(call.apiKey()).build();
  }
}
