package dev.mimokit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.server.config.Latency;
import dev.mimokit.server.engine.CannotListenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MimoServerTest {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final MimoServer server = MimoServer.start(ServerOptions.defaults().warmedUp());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answers_over_a_socket_as_without_one() throws IOException, InterruptedException {
    HttpResponse<String> plain = chat(Lab.body(Lab.PRO, "hello"));
    HttpResponse<String> stream = chat(Lab.streamed(Lab.body(Lab.PRO, "hello")));

    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("server")).contains("MiFE/3.4.34");
    assertThat(plain.headers().firstValue("content-type")).contains("application/json");
    assertThat(plain.body()).startsWith("{\"id\":\"").endsWith("\"prompt_tokens_details\":{}}}");
    assertThat(stream.headers().firstValue("content-type")).contains("text/event-stream");
    assertThat(stream.body()).endsWith("data: [DONE]\n\n");
  }

  @Test
  void begins_with_an_empty_journal_after_warming_up() throws IOException, InterruptedException {
    assertThat(server.journal().appended()).isZero();
    assertThat(server.accounts().size()).isZero();

    chat(Lab.body(Lab.PRO, "job-1"));

    assertThat(send("GET", "/__mimokit/journal?account=demo", "").body())
        .startsWith("{\"event\":\"received\"")
        .contains("\"exchange\":1,");
  }

  @Test
  void an_address_can_name_the_account_in_the_place_of_the_key() throws Exception {
    String path = "/c/2.10/my-client/v1/chat/completions";
    send("POST", "/__mimokit/scripts", script("case-2-10-my-client"));

    assertThat(send("POST", path, Lab.body(Lab.PRO, "job-1")).statusCode()).isEqualTo(429);
    assertThat(send("POST", path, Lab.body(Lab.PRO, "job-1")).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/c/2.10/my-client/v1/models", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/c/2.10/v1/chat/completions", "{}").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/c/x/my-client/v1/models", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/__mimokit/journal?account=case-2-10-my-client", "").body())
        .contains("\"call\":\"job-1\"");
  }

  private static String script(String account) {
    return "{\"account\":\"" + account + "\",\"variants\":[[{\"status\":429}]],\"then\":\"serve\"}";
  }

  @Test
  void lets_a_stub_take_its_place_until_the_reset() throws IOException, InterruptedException {
    send(
        "POST",
        "/__admin/mappings",
        """
        {"request":{"method":"POST","url":"/v1/chat/completions"},
         "response":{"status":418,"body":"stub"}}\
        """);

    int stubbed = chat(Lab.body(Lab.PRO, "hello")).statusCode();
    int reset = send("POST", "/__mimokit/reset", "").statusCode();
    int built = chat(Lab.body(Lab.PRO, "hello")).statusCode();

    assertThat(stubbed).isEqualTo(418);
    assertThat(reset).isEqualTo(204);
    assertThat(built).isEqualTo(200);
  }

  @Test
  void sends_a_late_plain_answer_whole() throws IOException, InterruptedException {
    ServerOptions slow =
        ServerOptions.defaults()
            .paced(new Latency.Fixed(Duration.ofMillis(20), Duration.ofMillis(1)));
    try (MimoServer late = MimoServer.start(slow)) {
      HttpResponse<String> plain =
          send(late, "POST", "/v1/chat/completions", Lab.body(Lab.PRO, "hello"));

      assertThat(plain.body()).endsWith("\"prompt_tokens_details\":{}}}");
      assertThat(plain.headers().firstValueAsLong("content-length"))
          .hasValue(plain.body().getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  @Timeout(30)
  void a_caller_that_hangs_up_before_its_plain_answer_gives_its_place_back() throws IOException {
    ServerOptions slow =
        ServerOptions.defaults().paced(new Latency.Fixed(Duration.ofHours(1), Duration.ZERO));
    try (MimoServer late = MimoServer.start(slow)) {
      try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), late.port())) {
        caller.getOutputStream().write(request(Lab.body(Lab.PRO, "hello")));
        until(() -> happened(late, JournalEvent.Admitted.class));
        assertThat(inFlight(late)).isEqualTo(1);
      }
      until(() -> happened(late, JournalEvent.Aborted.class));

      assertThat(inFlight(late)).isZero();
      assertThat(happened(late, JournalEvent.Completed.class)).isFalse();
    }
  }

  private static byte[] request(String body) {
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\napi-key: "
            + MimoServer.DEMO_KEY
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean happened(MimoServer at, Class<? extends JournalEvent> what) {
    return at.journal().after(0).stream().anyMatch(entry -> what.isInstance(entry.event()));
  }

  private static int inFlight(MimoServer at) {
    return at.accounts()
        .find("demo")
        .orElseThrow()
        .use(0)
        .limiter()
        .snapshot(System.nanoTime())
        .inFlight();
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void says_when_the_port_is_taken() {
    ServerOptions same = ServerOptions.defaults().listeningOn("127.0.0.1", server.port());

    assertThatThrownBy(() -> MimoServer.start(same))
        .isInstanceOf(CannotListenException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
  }

  private HttpResponse<String> chat(String body) throws IOException, InterruptedException {
    return send("POST", "/v1/chat/completions", body);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(server, method, path, body);
  }

  private HttpResponse<String> send(MimoServer to, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to.baseUrl() + path))
            .header("Authorization", "Bearer " + MimoServer.DEMO_KEY)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
