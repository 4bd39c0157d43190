package dev.mimokit.server;

import dev.mimokit.core.time.ManualClock;
import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Ending;
import dev.mimokit.server.engine.EventStream;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.engine.SendListener;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An exchange without a socket; a stream is played on the manual clock when the test says so. */
final class FakeExchange implements Exchange {

  private final long sequence;
  private final ManualClock clock;
  private final long arrivalNanos;
  private final String method;
  private final String target;
  private final Map<String, String> headers;
  private final byte[] requestBody;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final List<Long> sentAt = new ArrayList<>();
  private List<Header> responseHeaders = List.of();
  private Optional<EventStream> stream = Optional.empty();
  private int status;

  FakeExchange(
      long sequence,
      ManualClock clock,
      String method,
      String target,
      Map<String, String> headers,
      byte[] requestBody) {
    this.sequence = sequence;
    this.clock = clock;
    this.arrivalNanos = clock.nanoTime();
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.requestBody = requestBody;
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
    return method;
  }

  @Override
  public String path() {
    return target.replaceAll("\\?.*", "");
  }

  @Override
  public String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public byte[] body() {
    return requestBody;
  }

  @Override
  public void answer(Answer answer, SendListener listener) {
    begin(answer.status(), answer.headers());
    sent.writeBytes(answer.body());
    listener.ended(true, clock.nanoTime());
  }

  @Override
  public void stream(int newStatus, List<Header> newHeaders, EventStream newStream) {
    begin(newStatus, newHeaders);
    stream = Optional.of(newStream);
  }

  private void begin(int newStatus, List<Header> newHeaders) {
    if (status != 0) {
      throw new IllegalStateException("answered twice");
    }
    status = newStatus;
    responseHeaders = newHeaders;
  }

  /** Sends every event when it is due. */
  FakeExchange play() {
    EventStream playing = stream.orElseThrow();
    send(playing.count());
    boolean complete = playing.ending() == Ending.COMPLETE;
    if (!complete) {
      clock.set(playing.dueNanos(playing.count()));
    }
    playing.ended(playing.count(), complete, clock.nanoTime());
    return this;
  }

  /** Sends some events, then loses the client. */
  FakeExchange playThenDisconnect(int events) {
    send(events);
    stream.orElseThrow().ended(events, false, clock.nanoTime());
    return this;
  }

  /** What a second, wrong notice of the end would be. */
  void endAgain() {
    EventStream playing = stream.orElseThrow();
    playing.ended(playing.count(), true, clock.nanoTime());
    playing.ended(0, false, clock.nanoTime());
  }

  private void send(int events) {
    EventStream playing = stream.orElseThrow();
    for (int i = 0; i < events; i++) {
      clock.set(playing.dueNanos(i));
      ByteBuffer event = playing.event(i);
      while (event.hasRemaining()) {
        sent.write(event.get());
      }
      sentAt.add(clock.nanoTime() - arrivalNanos);
      playing.sent(i, clock.nanoTime());
    }
  }

  boolean streams() {
    return stream.isPresent();
  }

  int status() {
    return status;
  }

  String text() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  /** The events of a stream without their separators, the terminator included. */
  List<String> events() {
    return text().lines().filter(line -> !line.isEmpty()).toList();
  }

  List<Long> sentMillis() {
    return sentAt.stream().map(nanos -> nanos / 1_000_000).toList();
  }

  List<String> headerLines() {
    return responseHeaders.stream().map(header -> header.name() + ": " + header.value()).toList();
  }
}
