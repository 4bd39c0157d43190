package dev.mimokit.server.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** An engine on a free loopback port, and clients for it. */
final class TestEngine implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Engine engine;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestEngine(Engine engine) {
    this.engine = engine;
  }

  static TestEngine with(Route... routes) {
    return with(EngineOptions.defaults(), routes);
  }

  static TestEngine with(EngineOptions options, Route... routes) {
    return new TestEngine(Engines.start(options, List.of(routes), NanoClock.system()));
  }

  /** A stubbable POST route at {@code /v1/chat/completions} that says it is built in. */
  static Route chat() {
    return route("/v1/chat/completions", "built-in");
  }

  static Route route(String path, String says) {
    return new Route("POST", path, true, saying(says));
  }

  static Handler saying(String text) {
    return exchange -> exchange.answer(text(200, text), (written, nanos) -> {});
  }

  static Answer text(int status, String body) {
    return new Answer(
        status, List.of(new Header("Content-Type", "text/plain")), body.getBytes(UTF_8));
  }

  Engine engine() {
    return engine;
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + engine.port() + path))
        .timeout(PATIENCE);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpClient client() {
    return client;
  }

  /** Puts a stub through the admin API; answers its id. */
  String stub(String json) throws IOException, InterruptedException {
    HttpResponse<String> created = post("/__admin/mappings", json);
    if (created.statusCode() != 201) {
      throw new IllegalStateException(created.body());
    }
    return created.body().replaceAll("(?s)^\\{\\s*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  /** How many journalled requests match, as {@code verify} would count. */
  int count(String pattern) throws IOException, InterruptedException {
    String answer = post("/__admin/requests/count", pattern).body();
    return Integer.parseInt(answer.replaceAll("(?s).*\"count\"\\s*:\\s*(\\d+).*", "$1"));
  }

  RawClient raw() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), engine.port());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return new RawClient(socket);
  }

  /** As {@link #close}, in the middle of a test. */
  void stop() {
    engine.close();
  }

  @Override
  public void close() {
    engine.close();
  }
}
