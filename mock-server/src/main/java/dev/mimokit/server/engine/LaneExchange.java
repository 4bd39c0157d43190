package dev.mimokit.server.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;

/** One request on the lane, answered at most once. */
final class LaneExchange implements Exchange {

  private final Wire wire;
  private final byte[] body;
  private final Route route;
  private final Lane lane;
  private final long sequence;
  private final long arrivalNanos;
  private final AtomicBoolean answered = new AtomicBoolean();

  LaneExchange(Wire wire, byte[] body, Route route, Lane lane) {
    this.wire = wire;
    this.body = body;
    this.route = route;
    this.lane = lane;
    this.sequence = lane.nextSequence();
    this.arrivalNanos = lane.clock().nanoTime();
    // The handler may take its time: silence while it thinks is not a failure.
    wire.request().addIdleTimeoutListener(silence -> false);
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
    return wire.request().getMethod();
  }

  @Override
  public String path() {
    return wire.request().getHttpURI().getCanonicalPath();
  }

  @Override
  public String query() {
    String query = wire.request().getHttpURI().getQuery();
    return query == null ? "" : query;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(wire.request().getHeaders().get(name));
  }

  @Override
  public byte[] body() {
    return body;
  }

  @Override
  public void answer(Answer answer, SendListener listener) {
    claim();
    log(new WholeReply(answer));
    try {
      head(answer.status(), answer.headers());
      wire.response().getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
      wire.response().write(true, ByteBuffer.wrap(answer.body()), new WholeSend(listener));
    } catch (RuntimeException refused) {
      new WholeSend(listener).failed(refused);
    }
  }

  @Override
  public void stream(int status, List<Header> headers, EventStream stream) {
    claim();
    StreamReply reply = new StreamReply(status, headers, stream.count());
    log(reply);
    if (stream.count() > 0) {
      head(status, headers);
    }
    new PacedStream(wire, stream, reply, lane.pace()).start();
  }

  /** The handler broke its promise. A second answer has no one to go to. */
  @Override
  public void fail(Throwable broken) {
    Complaints.report("handler of " + method() + " " + path() + " failed", broken);
    if (!answered.get()) {
      answer(Refusals.BROKEN_HANDLER, (written, nanos) -> {});
    }
  }

  private void claim() {
    if (!answered.compareAndSet(false, true)) {
      throw new IllegalStateException("exchange " + sequence() + " was already answered");
    }
  }

  /** Before the first byte is written, so that a verification right after the answer sees it. */
  private void log(Reply reply) {
    if (route.stubbable()) {
      lane.journal(LaneRequest.of(wire.request(), body), reply);
    }
  }

  private void head(int status, List<Header> headers) {
    wire.response().setStatus(status);
    HttpFields.Mutable fields = wire.response().getHeaders();
    fields.put(wire.request().getConnectionMetaData().getConnector().getServer().getDateField());
    lane.responseFields().addTo(fields, headers);
  }

  /** Tells the listener, then lets Jetty go on. */
  private final class WholeSend implements Callback {

    private final SendListener listener;
    private final long handedNanos = lane.clock().nanoTime();

    WholeSend(SendListener listener) {
      this.listener = listener;
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    @Override
    public void succeeded() {
      tell(true);
      wire.done().succeeded();
    }

    @Override
    public void failed(Throwable cause) {
      tell(false);
      wire.done().failed(cause);
    }

    private void tell(boolean written) {
      try {
        listener.ended(written, handedNanos);
      } catch (RuntimeException broken) {
        Complaints.report("a send listener failed", broken);
      }
    }
  }
}
