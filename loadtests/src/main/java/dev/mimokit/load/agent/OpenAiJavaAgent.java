package dev.mimokit.load.agent;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.driver.DriverCall;

/**
 * openai-java as a driver program: the first client that nobody here wrote. Recommended means more
 * retries; its clamp of Retry-After at 8 s cannot be set.
 */
public final class OpenAiJavaAgent extends BlockingAgent {

  private final PerAccount<OpenAIClient> clients;

  /** An agent without clients yet, which measures its calls with {@code clock}. */
  public OpenAiJavaAgent(Settings settings, NanoClock clock) {
    super(clock);
    clients = new PerAccount<>(call -> client(call, settings));
  }

  /** Speaks the driver protocol until standard input ends. */
  public static void main(String[] arguments) {
    DriverLoop.runAndExit(new OpenAiJavaAgent(Settings.of(arguments), NanoClock.system()));
  }

  @Override
  void send(DriverCall call, StringBuilder text) {
    OpenAIClient client = clients.of(call);
    ChatCompletionCreateParams params =
        ChatCompletionCreateParams.builder()
            .model(call.model())
            .addUserMessage(call.prompt())
            .build();
    if (call.stream()) {
      try (StreamResponse<ChatCompletionChunk> stream =
          client.chat().completions().createStreaming(params)) {
        stream.stream().forEach(chunk -> append(chunk, text));
      }
    } else {
      client.chat().completions().create(params).choices().stream()
          .limit(1)
          .forEach(choice -> choice.message().content().ifPresent(text::append));
    }
  }

  private static void append(ChatCompletionChunk chunk, StringBuilder text) {
    chunk.choices().forEach(choice -> choice.delta().content().ifPresent(text::append));
  }

  @Override
  Exposed exposed(Exception error) {
    return error instanceof OpenAIServiceException e
        ? Exposed.answer(e.statusCode(), e.headers().values("Retry-After"))
        : Exposed.NOTHING;
  }

  private static OpenAIClient client(DriverCall call, Settings settings) {
    OpenAIOkHttpClient.Builder builder =
        OpenAIOkHttpClient.builder().baseUrl(call.baseUrl()).apiKey(call.apiKey());
    return settings == Settings.DEFAULTS
        ? builder.build()
        : builder.maxRetries(Settings.RECOMMENDED_RETRIES).build();
  }
}
