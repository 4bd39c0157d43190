package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The root of the server: answers our routes without blocking, on the selector thread that read the
 * request, and leaves everything else to WireMock on the thread pool.
 *
 * <pre>
 * no route                ──► pool ──► WireMock
 * route, open             ──► handler (a long body: on the pool)
 * route, candidate stubs  ──► pool ──► none wants the request ──► handler
 *                                 └──► WireMock ──► not served after all ──► handler
 * </pre>
 *
 * Declared NON_BLOCKING: Jetty would otherwise pass every request to another thread first, because
 * WireMock's servlets block. Non-stubbable routes are our own admin: they see no stubs and leave no
 * trace in the journal, as WireMock's admin does not.
 */
final class Lane extends org.eclipse.jetty.server.Handler.Wrapper {

  /**
   * Longest body that is served on the thread that read it. Reading and counting a longer one takes
   * milliseconds to seconds, for which every other connection of that thread would wait.
   */
  private static final int INLINE_BYTES = 64 << 10;

  private static final SendListener NOBODY = (written, nanos) -> {};

  private final LaneParts parts;
  private final InFlight inFlight;
  private final PacedStream.Pace pace;
  private final WallClock wallClock = WallClock.system();
  private final AtomicLong sequence = new AtomicLong();
  private final ResponseFields responseFields = new ResponseFields();

  Lane(
      org.eclipse.jetty.server.Handler wireMock,
      LaneParts parts,
      InFlight inFlight,
      StreamTimers timers) {
    super(wireMock);
    this.parts = parts;
    this.inFlight = inFlight;
    this.pace = new PacedStream.Pace(parts.clock(), timers, inFlight);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<GatedRoute> route = routeOf(request);
    if (route.isEmpty()) {
      onPool(() -> askWireMock(request, response, callback), callback);
    } else if (inFlight.enter()) {
      Wire wire = new Wire(request, response, new Leaving(callback));
      new BodyReader(request, parts.options().maxBodyBytes(), new Arrival(wire, route.get())).run();
    } else {
      Wire wire = new Wire(request, response, callback);
      new LaneExchange(wire, new byte[0], route.get().route(), this)
          .answer(Refusals.STOPPING, NOBODY);
    }
    return true;
  }

  private Optional<GatedRoute> routeOf(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    return path == null ? Optional.empty() : parts.gate().find(request.getMethod(), path);
  }

  private void onPool(Runnable work, Callback callback) {
    try {
      getServer().getThreadPool().execute(work);
    } catch (RejectedExecutionException stopping) {
      callback.failed(stopping);
    }
  }

  private void askWireMock(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Exception broken) {
      Response.writeError(request, response, callback, broken);
    }
  }

  // What an exchange needs of its lane.

  long nextSequence() {
    return sequence.incrementAndGet();
  }

  NanoClock clock() {
    return parts.clock();
  }

  ResponseFields responseFields() {
    return responseFields;
  }

  PacedStream.Pace pace() {
    return pace;
  }

  void journal(LaneRequest request, Reply reply) {
    parts.journal().append(new LaneEntry(wallClock.epochMillis(), request, reply));
  }

  /** One request of a route, from the moment its body begins to arrive. */
  private final class Arrival implements BodyReader.Receiver {

    private final Wire wire;
    private final GatedRoute gated;

    Arrival(Wire wire, GatedRoute gated) {
      this.wire = wire;
      this.gated = gated;
    }

    @Override
    public void whole(byte[] body) {
      List<StubMapping> candidates = candidates();
      if (candidates.isEmpty() && body.length <= INLINE_BYTES) {
        serve(body);
      } else if (candidates.isEmpty()) {
        onPool(() -> serve(body), wire.done());
      } else {
        onPool(() -> choose(candidates, body), wire.done());
      }
    }

    @Override
    public void tooLarge() {
      new LaneExchange(wire, new byte[0], gated.route(), Lane.this)
          .answer(Refusals.tooLarge(parts.options().maxBodyBytes()), NOBODY);
    }

    @Override
    public void failed(Throwable cause) {
      wire.done().failed(cause);
    }

    /** The gate compares plain paths; a path spelled otherwise is shown to every stub. */
    private List<StubMapping> candidates() {
      boolean plain =
          wire.request()
              .getHttpURI()
              .getCanonicalPath()
              .equals(wire.request().getHttpURI().getPath());
      return plain || !gated.route().stubbable() ? gated.candidates() : parts.gate().allStubs();
    }

    private void choose(List<StubMapping> candidates, byte[] body) {
      if (PreMatch.anyWants(candidates, LaneRequest.of(wire.request(), body))) {
        handOver(body);
      } else {
        serve(body);
      }
    }

    private void handOver(byte[] body) {
      Replay replay = new Replay(wire.request(), body);
      HandBackResponse response = new HandBackResponse(replay, wire.response());
      askWireMock(replay, response, new HandedOver(response, body));
    }

    private void serve(byte[] body) {
      LaneExchange exchange = new LaneExchange(wire, body, gated.route(), Lane.this);
      try {
        gated.route().handler().handle(exchange);
      } catch (RuntimeException | Error broken) {
        exchange.fail(broken);
      }
    }

    /** WireMock is done with the request, or never wanted it. */
    private final class HandedOver extends Callback.Nested {

      private final HandBackResponse response;
      private final byte[] body;

      HandedOver(HandBackResponse response, byte[] body) {
        super(wire.done());
        this.response = response;
        this.body = body;
      }

      @Override
      public void succeeded() {
        if (response.isHandedBack()) {
          wire.response().reset();
          serve(body);
        } else {
          super.succeeded();
        }
      }
    }
  }

  /** Tells that an exchange is over, whichever way. */
  private final class Leaving extends Callback.Nested {

    Leaving(Callback callback) {
      super(callback);
    }

    @Override
    public void completed() {
      inFlight.leave();
    }
  }
}
