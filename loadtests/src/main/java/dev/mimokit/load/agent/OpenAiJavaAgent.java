package dev.mimokit.load.agent;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * openai-java in its defaults but for address and key, as a driver program: the first client that
 * nobody here wrote. One client object per address and key; every call on a thread of its own,
 * because the client waits in the caller's thread. The deadline of a call is not passed on: the
 * client's defaults know none.
 */
public final class OpenAiJavaAgent implements Agent {

  private record Account(String baseUrl, String apiKey) {}

  private final Map<Account, OpenAIClient> clients = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final NanoClock clock;

  /** An agent without clients yet, which measures its calls with {@code clock}. */
  public OpenAiJavaAgent(NanoClock clock) {
    this.clock = clock;
  }

  /** Speaks the driver protocol until standard input ends. */
  public static void main(String[] arguments) {
    DriverLoop.runAndExit(new OpenAiJavaAgent(NanoClock.system()));
  }

  @Override
  public void start(DriverCall call, Consumer<DriverAnswer> tell) {
    threads.execute(() -> tell.accept(answered(call)));
  }

  private DriverAnswer answered(DriverCall call) {
    long startNanos = clock.nanoTime();
    StringBuilder text = new StringBuilder();
    try {
      send(call, text);
      return answer(call, true, text, "", 200, OptionalDouble.empty(), startNanos);
    } catch (OpenAIServiceException e) {
      return answer(call, false, text, named(e), e.statusCode(), retryAfter(e), startNanos);
    } catch (RuntimeException e) {
      return answer(call, false, text, named(e), 0, OptionalDouble.empty(), startNanos);
    }
  }

  private void send(DriverCall call, StringBuilder text) {
    OpenAIClient client =
        clients.computeIfAbsent(
            new Account(call.baseUrl(), call.apiKey()), OpenAiJavaAgent::client);
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

  private static OpenAIClient client(Account account) {
    return OpenAIOkHttpClient.builder().baseUrl(account.baseUrl()).apiKey(account.apiKey()).build();
  }

  private static String named(RuntimeException e) {
    return e.getClass().getSimpleName();
  }

  private static OptionalDouble retryAfter(OpenAIServiceException e) {
    try {
      return e.headers().values("Retry-After").stream()
          .limit(1)
          .mapToDouble(Double::parseDouble)
          .findFirst();
    } catch (NumberFormatException notSeconds) {
      return OptionalDouble.empty();
    }
  }

  private DriverAnswer answer(
      DriverCall call,
      boolean ok,
      StringBuilder text,
      String errorClass,
      int status,
      OptionalDouble retryAfter,
      long startNanos) {
    long millis = (clock.nanoTime() - startNanos) / 1_000_000;
    boolean partial = !ok && !text.isEmpty();
    return new DriverAnswer(
        call.job(), ok, text.toString(), partial, errorClass, status, retryAfter, millis);
  }
}
