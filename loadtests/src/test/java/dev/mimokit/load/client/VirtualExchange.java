package dev.mimokit.load.client;

import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Ending;
import dev.mimokit.server.engine.EventStream;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.engine.SendListener;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One HTTP request handed to the mock's handlers without a socket; streams take virtual time. */
final class VirtualExchange implements Exchange {

  /** What is asked for; header names in lower case. */
  record Request(String method, String path, Map<String, String> headers, String body) {}

  private final VirtualTime time;
  private final long sequence;
  private final long arrivalNanos;
  private final Request request;
  private final Consumer<Reply> client;
  private final Runnable dropped;

  VirtualExchange(
      VirtualTime time, long sequence, Request request, Consumer<Reply> client, Runnable dropped) {
    this.time = time;
    this.sequence = sequence;
    this.arrivalNanos = time.nanoTime();
    this.request = request;
    this.client = client;
    this.dropped = dropped;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public long arrivalNanos() {
    return arrivalNanos;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public String query() {
    return "";
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.headers().get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public byte[] body() {
    return request.body().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void answer(Answer answer, SendListener listener) {
    listener.ended(true, time.nanoTime());
    client.accept(reply(answer.status(), answer.headers(), answer.body(), true));
  }

  @Override
  public void stream(int status, List<Header> headers, EventStream stream) {
    send(status, headers, stream, 0, new ByteArrayOutputStream());
  }

  private void send(
      int status, List<Header> headers, EventStream stream, int next, ByteArrayOutputStream sent) {
    long now = time.nanoTime();
    if (next == stream.count() && stream.ending() != Ending.COMPLETE) {
      var unused =
          time.schedule(
              Math.max(0, stream.dueNanos(next) - now),
              () -> {
                stream.ended(next, false, time.nanoTime());
                if (next == 0) {
                  dropped.run();
                } else {
                  client.accept(reply(status, headers, sent.toByteArray(), false));
                }
              });
      return;
    }
    if (next == stream.count()) {
      stream.ended(next, true, now);
      client.accept(reply(status, headers, sent.toByteArray(), true));
      return;
    }
    var unused =
        time.schedule(
            stream.dueNanos(next) - now,
            () -> {
              write(stream, next, sent);
              send(status, headers, stream, next + 1, sent);
            });
  }

  private void write(EventStream stream, int index, ByteArrayOutputStream sent) {
    ByteBuffer event = stream.event(index);
    while (event.hasRemaining()) {
      sent.write(event.get());
    }
    stream.sent(index, time.nanoTime());
  }

  private static Reply reply(int status, List<Header> headers, byte[] body, boolean whole) {
    return new Reply(
        status,
        name ->
            headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst(),
        new String(body, StandardCharsets.UTF_8),
        whole);
  }
}
