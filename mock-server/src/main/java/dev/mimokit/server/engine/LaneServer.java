package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty12.Jetty12HttpServer;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.NetworkTrafficListener;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/**
 * WireMock's Jetty server with the lane as its root and a plain connector. The only class that
 * touches {@code Jetty12HttpServer}, which is not declared stable: pin WireMock's version.
 *
 * <p>WireMock's own connector calls a listener on every read and write, which cost 6.8 of 29 us of
 * CPU a request (OBSERVED with wrk, JDK 17, 1 KB in and out).
 */
final class LaneServer extends Jetty12HttpServer {

  private static final int HEADER_BYTES = 32 << 10;
  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 2;
  private static final int ACCEPT_QUEUE = 1024;

  private final EngineOptions engineOptions;
  private final InFlight inFlight = new InFlight();
  private final StreamTimers timers = new StreamTimers();

  LaneServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs, LaneParts parts) {
    super(options, admin, stubs);
    engineOptions = parts.options();
    httpConnector.setIdleTimeout(engineOptions.idleTimeout().toMillis());
    httpConnector.addBean(
        new SlowStart(httpConnector.getScheduler(), engineOptions.headerTimeout()));
    jettyServer.setHandler(new Lane(jettyServer.getHandler(), parts, inFlight, timers));
  }

  /** Called by the constructor of the superclass: must not use our fields. */
  @Override
  protected ServerConnector createHttpConnector(
      String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setResponseHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector =
        new ServerConnector(
            jettyServer, null, null, null, ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
    connector.setHost(bindAddress);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    return connector;
  }

  /** Binds the port before anything starts, so that a refusal leaves nothing behind. */
  void listen() {
    try {
      httpConnector.open();
    } catch (IOException | UnresolvedAddressException refused) {
      throw new CannotListenException(engineOptions.host(), engineOptions.port(), refused);
    }
  }

  int liveStreams() {
    return inFlight.liveStreams();
  }

  /**
   * Refuses new work, lets what runs end within the drain time, cuts the rest, and only then lets
   * Jetty stop, which would close every connection at once.
   */
  @Override
  public void stop() {
    httpConnector.close();
    inFlight.drain(engineOptions.drain());
    inFlight.cutStreams();
    super.stop();
    timers.stop();
  }
}
