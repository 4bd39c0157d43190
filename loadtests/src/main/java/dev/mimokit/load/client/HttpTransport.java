package dev.mimokit.load.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sends attempts over HTTP/1.1 with the JDK's client: asynchronous, one connection for each attempt
 * in flight, and only the headers that any client sends. Thread-safe.
 */
public final class HttpTransport implements Transport {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  @Override
  public CompletableFuture<Reply> send(Attempt attempt) {
    ReplyCollector collector = new ReplyCollector();
    CompletableFuture<HttpResponse<Reply>> sent = http.sendAsync(request(attempt), collector);
    sent.exceptionally(
        error -> {
          collector.onError(error);
          return null;
        });
    CompletableFuture<Reply> reply = collector.reply();
    var unused =
        reply.whenComplete(
            (ended, error) -> {
              if (reply.isCancelled()) {
                sent.cancel(true);
              }
            });
    return reply;
  }

  private static HttpRequest request(Attempt attempt) {
    return HttpRequest.newBuilder(URI.create(attempt.url()))
        .header("Authorization", "Bearer " + attempt.apiKey())
        .header("Content-Type", "application/json")
        .header("Accept", attempt.stream() ? "text/event-stream" : "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(attempt.body()))
        .build();
  }
}
