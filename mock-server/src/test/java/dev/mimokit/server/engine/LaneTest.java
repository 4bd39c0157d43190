package dev.mimokit.server.engine;

import static dev.mimokit.server.engine.TestEngine.chat;
import static dev.mimokit.server.engine.TestEngine.saying;
import static dev.mimokit.server.engine.TestEngine.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {

  @Test
  void answers_with_status_headers_and_body_of_the_handler() throws Exception {
    Answer answer =
        new Answer(
            429,
            List.of(new Header("Content-Type", "application/json"), new Header("x-id", "7")),
            "{\"ä\":1}".getBytes(UTF_8));
    CompletableFuture<Boolean> heard = new CompletableFuture<>();
    Route route =
        new Route(
            "POST",
            "/v1/chat/completions",
            true,
            exchange -> exchange.answer(answer, (written, nanos) -> heard.complete(written)));

    try (TestEngine engine = TestEngine.with(route)) {
      HttpResponse<String> response = engine.post("/v1/chat/completions", "{}");

      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.body()).isEqualTo("{\"ä\":1}");
      assertThat(response.headers().map())
          .containsEntry("x-id", List.of("7"))
          .containsEntry("content-length", List.of("8"))
          .containsKey("date")
          .doesNotContainKey("server");
      assertThat(heard.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void shows_the_handler_the_whole_request() throws Exception {
    CompletableFuture<List<String>> seen = new CompletableFuture<>();
    Route route =
        new Route(
            "PUT",
            "/x/**",
            true,
            exchange -> {
              seen.complete(
                  List.of(
                      exchange.method(),
                      exchange.path(),
                      exchange.query(),
                      exchange.header("X-KEY").orElse("none"),
                      exchange.header("absent").orElse("none"),
                      new String(exchange.body(), UTF_8),
                      String.valueOf(exchange.sequence())));
              saying("ok").handle(exchange);
            });

    try (TestEngine engine = TestEngine.with(route)) {
      engine.send(
          engine
              .request("/x/y/../z?a=1&b=%20")
              .header("x-key", "k")
              .PUT(BodyPublishers.ofString("body")));

      assertThat(seen.get(30, TimeUnit.SECONDS))
          .containsExactly("PUT", "/x/z", "a=1&b=%20", "k", "none", "body", "1");
    }
  }

  @Test
  void keeps_large_and_chunked_bodies_whole() throws Exception {
    String large = "0123456789".repeat(300_000);
    Route echo =
        new Route(
            "POST",
            "/echo",
            true,
            exchange ->
                exchange.answer(
                    new Answer(200, List.of(), exchange.body()), (written, nanos) -> {}));

    try (TestEngine engine = TestEngine.with(echo)) {
      assertThat(engine.post("/echo", large).body()).isEqualTo(large);
      assertThat(engine.post("/echo", "").body()).isEmpty();
      try (RawClient client = engine.raw()) {
        client.say("POST /echo HTTP/1.1\r\nHost: m\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.say("3\r\nabc\r\n");
        client.say("2\r\nde\r\n0\r\n\r\n");
        assertThat(client.readUntil("abcde")).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void refuses_a_body_over_the_limit_and_keeps_the_connection() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Route route =
        new Route(
            "POST",
            "/v1/chat/completions",
            true,
            exchange -> {
              calls.incrementAndGet();
              saying("ok").handle(exchange);
            });

    try (TestEngine engine = TestEngine.with(EngineOptions.defaults().withMaxBodyBytes(10), route);
        RawClient client = engine.raw()) {
      client.say(RawClient.post("/v1/chat/completions", "12345678901"));
      String refusal = client.readUntil("}}");
      client.say(RawClient.post("/v1/chat/completions", "1234567890"));
      String accepted = client.readUntil("ok");

      assertThat(refusal)
          .startsWith("HTTP/1.1 413")
          .endsWith(
              "{\"error\":{\"code\":\"413\","
                  + "\"message\":\"Request body is larger than 10 bytes\"}}");
      assertThat(accepted).startsWith("HTTP/1.1 200");
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void a_long_body_that_is_worked_on_stops_nobody_else() throws Exception {
    CompletableFuture<Boolean> working = new CompletableFuture<>();
    CountDownLatch release = new CountDownLatch(1);
    Route route =
        new Route(
            "POST",
            "/work",
            true,
            exchange -> {
              if (exchange.body().length > 1) {
                working.complete(true);
                await(release);
              }
              saying("done").handle(exchange);
            });

    try (TestEngine engine = TestEngine.with(route);
        RawClient slow = engine.raw()) {
      slow.say(RawClient.post("/work", "x".repeat(1 << 20)));
      assertThat(working.get(30, TimeUnit.SECONDS)).isTrue();
      // More connections than there are selectors: one at least shares the long one's.
      for (int i = 0; i < 8; i++) {
        try (RawClient other = engine.raw()) {
          other.say(RawClient.post("/work", "x"));
          assertThat(other.readUntil("done")).startsWith("HTTP/1.1 200");
        }
      }
      release.countDown();
      assertThat(slow.readUntil("done")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void a_chunked_body_over_the_limit_is_refused_too() throws Exception {
    try (TestEngine engine =
            TestEngine.with(EngineOptions.defaults().withMaxBodyBytes(10), chat());
        RawClient client = engine.raw()) {
      client.say(
          "POST /v1/chat/completions HTTP/1.1\r\nHost: m\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.say("6\r\nabcdef\r\n6\r\nghijkl\r\n0\r\n\r\n");

      assertThat(client.readUntil("}}")).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void a_handler_may_answer_later_than_the_idle_timeout_allows_silence() throws Exception {
    CompletableFuture<Exchange> waiting = new CompletableFuture<>();
    Route slow = new Route("POST", "/slow", true, waiting::complete);
    EngineOptions options =
        EngineOptions.defaults().waiting(Duration.ofSeconds(1), Duration.ofMillis(20));

    try (TestEngine engine = TestEngine.with(options, slow)) {
      var response =
          engine
              .client()
              .sendAsync(
                  engine.request("/slow").POST(BodyPublishers.ofString("{}")).build(),
                  HttpResponse.BodyHandlers.ofString());
      Exchange exchange = waiting.get(30, TimeUnit.SECONDS);
      // An idle connection beside it is closed, twice over: the timeout has passed by then.
      for (int round = 0; round < 2; round++) {
        try (RawClient idle = engine.raw()) {
          assertThat(idle.readToEnd()).isEmpty();
        }
      }
      exchange.answer(text(200, "late"), (written, nanos) -> {});

      assertThat(response.get(30, TimeUnit.SECONDS).body()).isEqualTo("late");
    }
  }

  @Test
  void a_broken_handler_becomes_a_500() throws Exception {
    Route broken =
        new Route(
            "POST",
            "/broken",
            true,
            exchange -> {
              throw new IllegalStateException("on purpose: this stack trace belongs to a test");
            });

    try (TestEngine engine = TestEngine.with(broken)) {
      assertThat(engine.post("/broken", "{}").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void a_second_answer_is_the_callers_mistake() throws Exception {
    CompletableFuture<Exchange> answered = new CompletableFuture<>();
    Route route =
        new Route(
            "POST",
            "/once",
            true,
            exchange -> {
              saying("first").handle(exchange);
              answered.complete(exchange);
            });

    try (TestEngine engine = TestEngine.with(route)) {
      assertThat(engine.post("/once", "{}").body()).isEqualTo("first");
      Exchange exchange = answered.get(30, TimeUnit.SECONDS);

      assertThatThrownBy(() -> saying("second").handle(exchange))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("exchange 1 was already answered");
    }
  }

  @Test
  void a_stream_of_nothing_needs_no_status() throws Exception {
    Route nothing =
        new Route(
            "POST",
            "/nothing",
            true,
            exchange -> exchange.stream(0, List.of(), Script.broken(Ending.CLOSE).of(exchange)));

    try (TestEngine engine = TestEngine.with(nothing);
        RawClient client = engine.raw()) {
      client.say(RawClient.post("/nothing", "{}"));

      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void other_paths_and_methods_are_wiremocks() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      assertThat(engine.get("/v1/chat/completions").statusCode()).isEqualTo(404);
      assertThat(engine.post("/elsewhere", "{}").statusCode()).isEqualTo(404);
      assertThat(engine.get("/__admin/mappings").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void the_first_route_that_fits_answers() throws Exception {
    Route any = new Route("*", "/x/**", true, saying("any"));

    try (TestEngine engine = TestEngine.with(TestEngine.route("/x/exact", "exact"), any)) {
      assertThat(engine.post("/x/exact", "").body()).isEqualTo("exact");
      assertThat(engine.get("/x/exact").body()).isEqualTo("any");
      assertThat(engine.post("/x/a/b", "").body()).isEqualTo("any");
      assertThat(engine.post("/x", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void the_next_request_of_a_connection_is_answered_in_its_turn() throws IOException {
    try (TestEngine engine = TestEngine.with(chat());
        RawClient client = engine.raw()) {
      client.say(RawClient.post("/v1/chat/completions", "{}").repeat(2));

      assertThat(client.readUntil("built-in")).startsWith("HTTP/1.1 200");
      assertThat(client.readUntil("built-in")).startsWith("HTTP/1.1 200");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
