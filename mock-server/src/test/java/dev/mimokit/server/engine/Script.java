package dev.mimokit.server.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A route that streams fixed events and writes down what the engine tells it. */
final class Script {

  /** Far enough for a test to act before it, as seen from any clock. */
  static final long LATER = TimeUnit.HOURS.toNanos(1);

  private final List<String> events;
  private final List<Long> dues;
  private final Ending ending;
  private final BlockingQueue<String> endings = new LinkedBlockingQueue<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final List<Integer> sent = new ArrayList<>();

  private Script(List<String> events, List<Long> dues, Ending ending) {
    this.events = events;
    this.dues = dues;
    this.ending = ending;
  }

  static Script dueNow(String... events) {
    return new Script(
        List.of(events), List.of(events).stream().map(event -> 0L).toList(), Ending.COMPLETE);
  }

  /** Event i is due {@code dues[i]} nanoseconds after arrival. */
  static Script due(List<String> events, List<Long> dues) {
    return new Script(events, dues, Ending.COMPLETE);
  }

  /** All is due now, and then the connection is broken. */
  static Script broken(Ending ending, String... events) {
    return new Script(
        List.of(events), Stream.generate(() -> 0L).limit(events.length + 1L).toList(), ending);
  }

  Route route() {
    return new Route("POST", "/v1/chat/completions", true, this::handle);
  }

  /** The events as a stream that begins now. */
  EventStream of(Exchange exchange) {
    return new Run(exchange.arrivalNanos());
  }

  private void handle(Exchange exchange) {
    exchange.stream(
        200,
        List.of(new Header("Content-Type", "text/event-stream")),
        new Run(exchange.arrivalNanos()));
    started.countDown();
  }

  void awaitStart() throws InterruptedException {
    if (!started.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("no stream was started");
    }
  }

  /** The next ending, as {@code sent completed}. */
  String awaitEnding() throws InterruptedException {
    String ending = endings.poll(30, TimeUnit.SECONDS);
    if (ending == null) {
      throw new AssertionError("no stream ended");
    }
    return ending;
  }

  /** The endings that nobody has awaited. */
  List<String> endings() {
    return List.copyOf(endings);
  }

  synchronized List<Integer> sent() {
    return List.copyOf(sent);
  }

  private final class Run implements EventStream {

    private final long arrival;

    Run(long arrival) {
      this.arrival = arrival;
    }

    @Override
    public int count() {
      return events.size();
    }

    @Override
    public Ending ending() {
      return ending;
    }

    @Override
    public ByteBuffer event(int index) {
      return UTF_8.encode(events.get(index));
    }

    @Override
    public long dueNanos(int index) {
      return arrival + dues.get(index);
    }

    @Override
    public void sent(int index, long nanos) {
      synchronized (Script.this) {
        sent.add(index);
      }
    }

    @Override
    public void ended(int count, boolean completed, long nanos) {
      endings.add(count + " " + completed);
    }
  }
}
