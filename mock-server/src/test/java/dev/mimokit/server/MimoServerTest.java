package dev.mimokit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.server.engine.CannotListenException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
  void lets_a_stub_take_its_place_until_the_reset() throws IOException, InterruptedException {
    send(
        "POST",
        "/__admin/mappings",
        """
        {"request":{"method":"POST","url":"/v1/chat/completions"},
         "response":{"status":418,"body":"stub"}}""");

    int stubbed = chat(Lab.body(Lab.PRO, "hello")).statusCode();
    int reset = send("POST", "/__mimokit/reset", "").statusCode();
    int built = chat(Lab.body(Lab.PRO, "hello")).statusCode();

    assertThat(stubbed).isEqualTo(418);
    assertThat(reset).isEqualTo(204);
    assertThat(built).isEqualTo(200);
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
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .header("Authorization", "Bearer " + MimoServer.DEMO_KEY)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
