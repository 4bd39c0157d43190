package dev.mimokit.load.agent;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.driver.DriverCall;

/** anthropic-java as a driver program. Recommended means more retries. */
public final class AnthropicJavaAgent extends BlockingAgent {

  /** Required by the protocol; an answer of the mock is far shorter. */
  private static final long MOST_TOKENS = 4096;

  private final PerAccount<AnthropicClient> clients;

  /** An agent without clients yet, which measures its calls with {@code clock}. */
  public AnthropicJavaAgent(Settings settings, NanoClock clock) {
    super(clock);
    clients = new PerAccount<>(call -> client(call, settings));
  }

  /** Speaks the driver protocol until standard input ends. */
  public static void main(String[] arguments) {
    DriverLoop.runAndExit(new AnthropicJavaAgent(Settings.of(arguments), NanoClock.system()));
  }

  @Override
  void send(DriverCall call, StringBuilder text) {
    AnthropicClient client = clients.of(call);
    MessageCreateParams params =
        MessageCreateParams.builder()
            .model(call.model())
            .maxTokens(MOST_TOKENS)
            .addUserMessage(call.prompt())
            .build();
    if (call.stream()) {
      try (StreamResponse<RawMessageStreamEvent> events =
          client.messages().createStreaming(params)) {
        events.stream().forEach(event -> append(event, text));
      }
    } else {
      client
          .messages()
          .create(params)
          .content()
          .forEach(block -> block.text().ifPresent(part -> text.append(part.text())));
    }
  }

  private static void append(RawMessageStreamEvent event, StringBuilder text) {
    event
        .contentBlockDelta()
        .flatMap(block -> block.delta().text())
        .ifPresent(part -> text.append(part.text()));
  }

  @Override
  Exposed exposed(Exception error) {
    return error instanceof AnthropicServiceException e
        ? Exposed.answer(e.statusCode(), e.headers().values("Retry-After"))
        : Exposed.NOTHING;
  }

  private static AnthropicClient client(DriverCall call, Settings settings) {
    AnthropicOkHttpClient.Builder builder =
        AnthropicOkHttpClient.builder().baseUrl(call.anthropicBaseUrl()).apiKey(call.apiKey());
    return settings == Settings.DEFAULTS
        ? builder.build()
        : builder.maxRetries(Settings.RECOMMENDED_RETRIES).build();
  }
}
