package dev.mimokit.load.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTransportTest {

  private final HttpTransport transport = new HttpTransport();

  @Test
  void sends_what_any_client_sends_and_reads_status_headers_and_body() throws Exception {
    ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    try (Loopback server =
        Loopback.serving(
            exchange -> {
              seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
              seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
              seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
              exchange.getResponseHeaders().add("Retry-After", "7");
              answer(exchange, 429, "ça va");
            })) {

      Reply reply = transport.send(attempt(server, false)).join();

      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.headers().first("retry-after")).hasValue("7");
      assertThat(reply.headers().first("Date")).isPresent();
      assertThat(reply.body()).isEqualTo("ça va");
      assertThat(reply.whole()).isTrue();
      assertThat(seen).containsExactly("POST /v1/chat/completions", "Bearer sk-a.b", "{\"é\":1}");
    }
  }

  @Test
  void keeps_what_came_of_a_body_that_is_cut() throws Exception {
    try (Loopback server =
        Loopback.serving(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(200, 1_000);
              exchange.getResponseBody().write("data: half".getBytes(UTF_8));
              exchange.getResponseBody().flush();
              throw new IOException("cut");
            })) {

      for (int i = 0; i < 500; i++) {
        Reply reply = transport.send(attempt(server, true)).join();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.whole()).isFalse();
        assertThat(reply.body()).isEqualTo("data: half");
      }
    }
  }

  @Test
  void keeps_its_connection_for_the_next_attempt() throws Exception {
    ConcurrentLinkedQueue<Integer> ports = new ConcurrentLinkedQueue<>();
    try (Loopback server =
        Loopback.serving(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              ports.add(exchange.getRemoteAddress().getPort());
              answer(exchange, 200, "again");
            })) {
      for (int i = 0; i < 20; i++) {
        transport.send(attempt(server, false)).join();
      }

      assertThat(Set.copyOf(ports)).hasSizeLessThan(5);
    }
  }

  @Test
  void hangs_up_in_the_middle_of_a_body_when_it_is_cancelled() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    try (Loopback server =
        Loopback.serving(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(200, 0);
              writeUntilRefused(exchange, begun);
              hungUp.countDown();
            })) {
      CompletableFuture<Reply> reply = transport.send(attempt(server, true));
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

      reply.cancel(true);

      assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void has_150_attempts_in_flight_at_once() throws Exception {
    CountDownLatch all = new CountDownLatch(150);
    try (Loopback server =
        Loopback.serving(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              all.countDown();
              await(all);
              answer(exchange, 200, "together");
            })) {
      List<CompletableFuture<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        replies.add(transport.send(attempt(server, false)));
      }

      assertThat(replies).allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(200));
    }
  }

  @Test
  void fails_when_nobody_listens() throws Exception {
    Loopback gone = Loopback.serving(exchange -> {});
    gone.close();

    assertThat(transport.send(attempt(gone, false)))
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void refuses_what_is_no_address() {
    assertThatThrownBy(() -> transport.send(new Attempt("nowhere", "k", "", false)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Attempt attempt(Loopback server, boolean stream) {
    return new Attempt(server.baseUrl() + "/chat/completions", "sk-a.b", "{\"é\":1}", stream);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void writeUntilRefused(HttpExchange exchange, CountDownLatch begun) {
    byte[] part = new byte[1_000];
    try {
      while (true) {
        exchange.getResponseBody().write(part);
        exchange.getResponseBody().flush();
        begun.countDown();
      }
    } catch (IOException refused) {
      exchange.close();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
