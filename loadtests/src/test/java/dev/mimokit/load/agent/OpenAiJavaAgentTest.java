package dev.mimokit.load.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.mimokit.core.time.ManualClock;
import dev.mimokit.load.client.Loopback;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OpenAiJavaAgentTest {

  private static final String COMPLETION =
      """
      {"id":"a","object":"chat.completion","created":1,"model":"mimo-v2-flash","choices":
      [{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hello"}}]}
      """;

  private static final String CHUNK =
      """
      data: {"id":"a","object":"chat.completion.chunk","created":1,"model":"mimo-v2-flash",\
      "choices":[{"index":0,"delta":{"content":"hel"},"finish_reason":null}]}

      """;

  private final Agent agent = new OpenAiJavaAgent(Settings.DEFAULTS, new ManualClock());

  @Test
  void tells_the_text_of_an_answer() throws Exception {
    DriverAnswer told = told(exchange -> answer(exchange, 200, COMPLETION), false);

    assertThat(told.ok()).isTrue();
    assertThat(told.text()).isEqualTo("hello");
    assertThat(told.status()).isEqualTo(200);
  }

  @Test
  void tells_class_status_and_retry_after_of_a_refusal() throws Exception {
    DriverAnswer told =
        told(
            exchange -> {
              exchange.getResponseHeaders().add("Retry-After", "30");
              exchange.getResponseHeaders().add("x-should-retry", "false");
              answer(exchange, 429, "{\"error\":{\"message\":\"Too many requests\"}}");
            },
            false);

    assertThat(told.ok()).isFalse();
    assertThat(told.errorClass()).isEqualTo("RateLimitException");
    assertThat(told.status()).isEqualTo(429);
    assertThat(told.retryAfter()).hasValue(30);
  }

  @Test
  void joins_the_pieces_of_a_stream() throws Exception {
    DriverAnswer told =
        told(exchange -> answer(exchange, 200, CHUNK + CHUNK + "data: [DONE]\n\n"), true);

    assertThat(told.ok()).isTrue();
    assertThat(told.text()).isEqualTo("helhel");
  }

  @Test
  void tells_the_partial_text_of_a_stream_that_breaks() throws Exception {
    DriverAnswer told =
        told(
            exchange -> {
              exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
              exchange.sendResponseHeaders(200, 10_000);
              exchange.getResponseBody().write(CHUNK.getBytes(UTF_8));
              exchange.getResponseBody().flush();
              throw new IOException("cut");
            },
            true);

    assertThat(told.ok()).isFalse();
    assertThat(told.partial()).isTrue();
    assertThat(told.text()).isEqualTo("hel");
  }

  @Test
  void has_150_calls_in_flight_at_once() throws Exception {
    CountDownLatch all = new CountDownLatch(150);
    HttpHandler together =
        exchange -> {
          all.countDown();
          try {
            all.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          answer(exchange, 200, COMPLETION);
        };
    try (Loopback server = Loopback.serving(together)) {
      List<CompletableFuture<DriverAnswer>> told = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        told.add(start(server, false));
      }

      assertThat(told).allSatisfy(answer -> assertThat(answer.join().ok()).isTrue());
    }
  }

  private DriverAnswer told(HttpHandler handler, boolean stream) throws IOException {
    try (Loopback server = Loopback.serving(handler)) {
      return start(server, stream).join();
    }
  }

  private CompletableFuture<DriverAnswer> start(Loopback server, boolean stream) {
    CompletableFuture<DriverAnswer> told = new CompletableFuture<>();
    agent.start(
        new DriverCall(
            "0.0", "job-1", server.baseUrl(), "sk-a.b", "mimo-v2-flash", stream, "hi", 1),
        told::complete);
    return told;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(UTF_8);
    boolean stream = body.startsWith("data:");
    exchange
        .getResponseHeaders()
        .add("Content-Type", stream ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
