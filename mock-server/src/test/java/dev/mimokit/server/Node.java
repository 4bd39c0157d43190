package dev.mimokit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A mock in a process of its own. */
final class Node implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final int port;

  private Node(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it with a configuration file, and returns when it answers. */
  static Node start(Path config) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Node.class.getName(),
                  config.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      return new Node(process, Integer.parseInt(String.valueOf(out.readLine())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process: serves until nobody listens to it any more. */
  public static void main(String[] args) throws IOException {
    try (MimoServer server =
        MimoServer.start(ServerOptions.defaults().configuredBy(Path.of(args[0])))) {
      System.out.println(server.port());
      while (System.in.read() >= 0) {}
    }
  }

  /** The status of one call. */
  CompletableFuture<Integer> call() {
    HttpRequest request =
        HttpRequest.newBuilder(at("/v1/chat/completions"))
            .header("api-key", "sk-demo")
            .POST(HttpRequest.BodyPublishers.ofString(Lab.body(Lab.PRO, "hello")))
            .build();
    return CLIENT
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::statusCode);
  }

  /** What it says of itself. */
  String health() {
    HttpRequest request = HttpRequest.newBuilder(at("/__mimokit/health")).build();
    return CLIENT
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body)
        .join();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
