package dev.mimokit.server.engine;

import static dev.mimokit.server.engine.TestEngine.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.time.NanoClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, refusing to start, and stopping. */
class StopTest {

  @Test
  void a_port_in_use_is_named_and_leaves_nothing_running() {
    try (TestEngine first = TestEngine.with(chat())) {
      EngineOptions taken =
          EngineOptions.defaults().listeningOn("127.0.0.1", first.engine().port());
      long before = engineThreads();

      assertThatThrownBy(() -> Engines.start(taken, List.of(chat()), NanoClock.system()))
          .isInstanceOf(CannotListenException.class)
          .hasMessage(
              "cannot listen on 127.0.0.1:" + first.engine().port() + ": Address already in use");
      assertThat(engineThreads()).isEqualTo(before);
    }
  }

  @Test
  void an_address_of_another_machine_is_refused() {
    EngineOptions elsewhere = EngineOptions.defaults().listeningOn("192.0.2.1", 0);

    assertThatThrownBy(() -> Engines.start(elsewhere, List.of(), NanoClock.system()))
        .isInstanceOf(CannotListenException.class)
        .hasMessageStartingWith("cannot listen on 192.0.2.1:0: ");
  }

  @Test
  void a_broken_stub_file_is_named(@TempDir Path dir) throws Exception {
    Files.createDirectories(dir.resolve("mappings"));
    Files.writeString(dir.resolve("mappings/broken.json"), "{\"request\": 1}");
    EngineOptions options = EngineOptions.defaults().withStubs(dir);

    assertThatThrownBy(() -> Engines.start(options, List.of(), NanoClock.system()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot load stubs: ")
        .hasMessageContaining("broken.json");
  }

  @Test
  void options_that_cannot_work_are_refused_with_the_value() {
    assertThatThrownBy(() -> EngineOptions.defaults().listeningOn("localhost", 70_000))
        .hasMessage("port must be between 0 and 65535: 70000");
    assertThatThrownBy(() -> EngineOptions.defaults().keeping(0, 1))
        .hasMessage("journalEntries must be at least 1: 0");
    assertThatThrownBy(() -> EngineOptions.defaults().withStubs(Path.of("no-such-dir")))
        .hasMessage("stubs directory must be a directory: no-such-dir");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/__admin/shutdown",
        "/__admin/shutdown/",
        "/__admin/%73hutdown",
        "/__admin/./shutdown",
        "/__admin/x/../shutdown",
        "/__admin//shutdown",
        "/__admin/shutdown?now=1",
        "/__admin/SHUTDOWN",
        "/__admin/shutdown;now"
      })
  void shutdown_over_http_is_refused(String spelling) throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      try (RawClient client = engine.raw()) {
        client.say(RawClient.post(spelling, ""));
        assertThat(client.readUntil("\r\n")).startsWith("HTTP/1.1 403");
      }

      assertThat(engine.post("/v1/chat/completions", "{}").body()).isEqualTo("built-in");
    }
  }

  @Test
  void while_draining_running_exchanges_end_and_new_ones_are_refused() throws Exception {
    CompletableFuture<Exchange> held = new CompletableFuture<>();
    Route hold = new Route("POST", "/hold", true, held::complete);

    try (TestEngine engine = TestEngine.with(hold, chat());
        RawClient kept = engine.raw()) {
      kept.say(RawClient.post("/v1/chat/completions", "{}"));
      kept.readUntil("built-in");
      CompletableFuture<HttpResponse<String>> running =
          engine
              .client()
              .sendAsync(
                  engine.request("/hold").POST(BodyPublishers.noBody()).build(),
                  HttpResponse.BodyHandlers.ofString());
      Exchange exchange = held.get(30, TimeUnit.SECONDS);

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(engine::stop);
      String refusal = untilRefused(kept);
      exchange.answer(TestEngine.text(200, "ended well"), (written, nanos) -> {});

      assertThat(refusal).contains("Connection: close").doesNotContain("built-in");
      assertThat(running.get(30, TimeUnit.SECONDS).body()).isEqualTo("ended well");
      stopped.get(30, TimeUnit.SECONDS);
    }
  }

  /** Asks on until the drain has begun; ends because it must begin. */
  private static String untilRefused(RawClient client) throws Exception {
    while (true) {
      client.say(RawClient.post("/v1/chat/completions", "{}"));
      String answer = client.readUntil("\r\n\r\n");
      if (answer.startsWith("HTTP/1.1 503")) {
        return answer + client.readToEnd();
      }
      client.readUntil("built-in");
    }
  }

  @Test
  void stopping_twice_is_stopping_once() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      engine.stop();

      assertThatThrownBy(() -> engine.post("/v1/chat/completions", "{}"))
          .isInstanceOf(java.net.ConnectException.class);
    }
  }

  @Test
  void a_stub_that_delays_does_not_delay_the_stop() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      engine.stub(
          """
          {"request": {"urlPath": "/slow"},
           "response": {"status": 200, "fixedDelayMilliseconds": 3600000}}
          """);
      CompletableFuture<HttpResponse<String>> slow =
          engine
              .client()
              .sendAsync(
                  engine.request("/slow").GET().build(), HttpResponse.BodyHandlers.ofString());
      while (engine.count("{\"urlPath\":\"/slow\"}") == 0) {
        Thread.onSpinWait();
      }

      engine.stop();

      assertThatThrownBy(slow::join).isInstanceOf(CompletionException.class);
    }
  }

  private static long engineThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("mimokit-"))
        .count();
  }
}
