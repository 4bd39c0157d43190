import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.errors.OpenAIServiceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/**
 * Spring AI's OpenAI model as a driver program: one JSON object a line, in and out. Recommended
 * means more retries. A cancelled call is one whose thread is interrupted.
 */
final class SpringAiDriver {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Within the ten attempts that case 3.3 allows. */
  private static final int RETRIES = 8;

  private final boolean recommended;
  private final PrintStream answers;
  private final Map<String, OpenAiChatModel> models = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private SpringAiDriver(boolean recommended, PrintStream answers) {
    this.recommended = recommended;
    this.answers = answers;
  }

  /** Speaks the protocol until its input ends. */
  public static void main(String[] arguments) throws IOException {
    String named = String.join(" ", arguments);
    if (!named.isEmpty() && !named.equals("recommended")) {
      System.err.println("expected no argument or recommended, found: " + named);
      System.exit(2);
    }
    PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    SpringAiDriver driver = new SpringAiDriver(!named.isEmpty(), answers);
    BufferedReader calls =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = calls.readLine(); line != null; line = calls.readLine()) {
      driver.start(JSON.readTree(line));
    }
    System.exit(0);
  }

  private void start(JsonNode call) {
    AtomicBoolean open = new AtomicBoolean(true);
    Future<?> running = threads.submit(() -> tell(serve(call), open));
    long cancelMillis = call.path("cancelMs").asLong(0);
    if (cancelMillis > 0) {
      CompletableFuture.delayedExecutor(cancelMillis, TimeUnit.MILLISECONDS)
          .execute(
              () -> {
                if (tell(told(call, false).put("errorClass", "CANCELLED"), open)) {
                  running.cancel(true);
                }
              });
    }
  }

  private boolean tell(ObjectNode told, AtomicBoolean open) {
    boolean first = open.getAndSet(false);
    if (first) {
      synchronized (answers) {
        answers.print(told + "\n");
        answers.flush();
      }
    }
    return first;
  }

  private static ObjectNode told(JsonNode call, boolean ok) {
    return JSON.createObjectNode().put("job", call.get("job").asText()).put("ok", ok);
  }

  private ObjectNode serve(JsonNode call) {
    long start = System.nanoTime();
    StringBuffer text = new StringBuffer();
    ObjectNode told = told(call, true).put("status", 200).put("errorClass", "");
    try {
      ask(call, text);
    } catch (RuntimeException e) {
      told.put("ok", false).put("status", 0).put("errorClass", root(e).getClass().getSimpleName());
      if (root(e) instanceof OpenAIServiceException refused) {
        told.put("status", refused.statusCode());
        refused.headers().values("Retry-After").stream()
            .filter(value -> value.matches("[0-9]{1,12}"))
            .findFirst()
            .ifPresent(value -> told.put("retryAfter", Double.parseDouble(value)));
      }
    }
    boolean partial = !told.get("ok").asBoolean() && !text.isEmpty();
    return told.put("text", text.toString())
        .put("partial", partial)
        .put("ms", (System.nanoTime() - start) / 1_000_000);
  }

  /** The client's own error, below what the framework wraps around it. */
  private static Throwable root(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof OpenAIServiceException) {
        return e;
      }
    }
    return error;
  }

  private void ask(JsonNode call, StringBuffer text) {
    OpenAiChatModel model = models.computeIfAbsent(account(call), account -> model(call));
    Prompt prompt = new Prompt(call.get("prompt").asText());
    if (call.path("stream").asBoolean()) {
      model.stream(prompt).doOnNext(part -> append(part, text)).blockLast();
    } else {
      append(model.call(prompt), text);
    }
  }

  private static void append(ChatResponse response, StringBuffer text) {
    if (response.getResult() != null && response.getResult().getOutput().getText() != null) {
      text.append(response.getResult().getOutput().getText());
    }
  }

  private static String account(JsonNode call) {
    return call.get("baseUrl").asText()
        + " "
        + call.get("apiKey").asText()
        + " "
        + call.get("model").asText();
  }

  private OpenAiChatModel model(JsonNode call) {
    OpenAiChatOptions.Builder options = OpenAiChatOptions.builder();
    options.baseUrl(call.get("baseUrl").asText());
    options.apiKey(call.get("apiKey").asText());
    options.model(call.get("model").asText());
    if (recommended) {
      options.maxRetries(RETRIES);
    }
    return OpenAiChatModel.builder().options(options.build()).build();
  }
}
