package dev.mimokit.load.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.mimokit.core.time.ManualClock;
import dev.mimokit.load.client.Loopback;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What all clients behind threads of their own have in common, and where they differ. */
@Timeout(120)
class AgentsTest {

  private static final String CHAT = "/v1/chat/completions";

  private static final String COMPLETION =
      """
      {"id":"a","object":"chat.completion","created":1,"model":"mimo-v2-flash","choices":
      [{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hello"}}]}
      """;

  private static final String MESSAGE =
      """
      {"id":"a","type":"message","role":"assistant","model":"mimo-v2-flash","stop_reason":"end_turn",
      "stop_sequence":null,"content":[{"type":"text","text":"hello"}],
      "usage":{"input_tokens":1,"output_tokens":1}}
      """;

  private static final String CHUNK =
      """
      data: {"id":"a","object":"chat.completion.chunk","created":1,"model":"mimo-v2-flash",\
      "choices":[{"index":0,"delta":{"content":"hel"},"finish_reason":null}]}

      """;

  private static final String DELTA =
      """
      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"hel"}}

      """;

  private enum Kind {
    OPENAI,
    ANTHROPIC,
    LANGCHAIN4J,
    RESILIENCE4J,
    FAILSAFE;

    private Agent agent(Settings settings) {
      ManualClock clock = new ManualClock();
      return switch (this) {
        case OPENAI -> new OpenAiJavaAgent(settings, clock);
        case ANTHROPIC -> new AnthropicJavaAgent(settings, clock);
        case LANGCHAIN4J -> new LangChain4jAgent(settings, clock);
        case RESILIENCE4J -> new Resilience4jAgent(settings, clock);
        case FAILSAFE -> new FailsafeAgent(settings, clock);
      };
    }
  }

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tells_the_text_of_an_answer(Kind kind) throws Exception {
    for (Settings settings : Settings.values()) {
      DriverAnswer told = told(kind.agent(settings), AgentsTest::complete, false);

      assertThat(told.text()).isEqualTo("hello");
      assertThat(told.ok()).isTrue();
      assertThat(told.status()).isEqualTo(200);
    }
  }

  @Test
  void the_anthropic_client_finds_its_address_beside_v1() throws Exception {
    told(Kind.ANTHROPIC.agent(Settings.DEFAULTS), AgentsTest::complete, false);
    told(Kind.OPENAI.agent(Settings.DEFAULTS), AgentsTest::complete, false);

    assertThat(asked).containsExactly("/anthropic/v1/messages", CHAT);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void joins_the_pieces_of_a_stream(Kind kind) throws Exception {
    DriverAnswer told = told(kind.agent(Settings.RECOMMENDED), AgentsTest::stream, true);

    assertThat(told.text()).isEqualTo("helhel");
    assertThat(told.ok()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tells_the_partial_text_of_a_stream_that_breaks(Kind kind) throws Exception {
    DriverAnswer told = told(kind.agent(Settings.DEFAULTS), AgentsTest::cut, true);

    assertThat(told.ok()).isFalse();
    assertThat(told.partial()).isTrue();
    assertThat(told.text()).isEqualTo("hel");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI,       1, BadRequestException,     400",
    "ANTHROPIC,    1, BadRequestException,     400",
    "LANGCHAIN4J,  1, InvalidRequestException, 400",
    "RESILIENCE4J, 3, HttpRefusal,             400",
    "FAILSAFE,     3, HttpRefusal,             400"
  })
  void by_default_the_retry_libraries_repeat_even_a_wrong_request(
      Kind kind, int attempts, String errorClass, int status) throws Exception {
    DriverAnswer told = told(kind.agent(Settings.DEFAULTS), e -> refuse(e, 400), false);

    assertThat(asked).hasSize(attempts);
    assertThat(told.errorClass()).isEqualTo(errorClass);
    assertThat(told.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void as_recommended_nobody_repeats_a_wrong_request(Kind kind) throws Exception {
    told(kind.agent(Settings.RECOMMENDED), e -> refuse(e, 400), false);

    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"FAILSAFE, DEFAULTS, 3, 429", "FAILSAFE, RECOMMENDED, 5, 200"})
  void recommended_outlives_four_refusals_that_the_defaults_do_not(
      Kind kind, Settings settings, int attempts, int status) throws Exception {
    HttpHandler fourTimes =
        exchange -> {
          if (asked.size() <= 4) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            refuse(exchange, 429);
          } else {
            complete(exchange);
          }
        };

    assertThat(told(kind.agent(settings), fourTimes, false).status()).isEqualTo(status);
    assertThat(asked).hasSize(attempts);
  }

  @Test
  void settings_are_named_by_one_word_or_none() {
    assertThat(Settings.of()).isEqualTo(Settings.DEFAULTS);
    assertThat(Settings.of("recommended")).isEqualTo(Settings.RECOMMENDED);
    assertThatThrownBy(() -> Settings.of("fast"))
        .hasMessage("expected no argument or recommended, found: fast");
  }

  private DriverAnswer told(Agent agent, HttpHandler handler, boolean stream) throws IOException {
    HttpHandler noting =
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.getRequestBody().readAllBytes();
          handler.handle(exchange);
        };
    try (Loopback server = Loopback.serving(noting)) {
      CompletableFuture<DriverAnswer> told = new CompletableFuture<>();
      agent.start(
          new DriverCall("0.0", "job-1", server.baseUrl(), "sk-a.b", "mimo-v2", stream, "hi", 1),
          told::complete);
      return told.join();
    }
  }

  private static void complete(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "application/json", anthropic(exchange) ? MESSAGE : COMPLETION);
  }

  private static void stream(HttpExchange exchange) throws IOException {
    String body = anthropic(exchange) ? DELTA + DELTA : CHUNK + CHUNK + "data: [DONE]\n\n";
    answer(exchange, 200, "text/event-stream", body);
  }

  private static void cut(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 10_000);
    exchange.getResponseBody().write((anthropic(exchange) ? DELTA : CHUNK).getBytes(UTF_8));
    exchange.getResponseBody().flush();
    throw new IOException("cut");
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    answer(exchange, status, "application/json", "{\"error\":{\"message\":\"no\"}}");
  }

  private static boolean anthropic(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().startsWith("/anthropic");
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
