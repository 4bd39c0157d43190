package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.mimokit.core.time.NanoClock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The parts put together: WireMock as the stub brain, our lane before it, one port. */
final class WireMockEngine implements Engine {

  /** Jetty's own wait for components, after our drain: together below the promised two seconds. */
  private static final long JETTY_STOP_MILLIS = 300;

  private final WireMockServer wireMock;
  private final LaneServer server;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private WireMockEngine(WireMockServer wireMock, LaneServer server) {
    this.wireMock = wireMock;
    this.server = server;
    this.port = server.port();
  }

  static WireMockEngine start(EngineOptions options, List<Route> routes, NanoClock clock) {
    RingJournal journal = new RingJournal(options.journalEntries(), options.journalBytes());
    EngineStores stores = new EngineStores(options.stubsDir(), journal);
    Gate gate = new Gate(routes, stores.getStubStore());
    LaneServerFactory factory = new LaneServerFactory(new LaneParts(options, gate, journal, clock));
    WireMockServer wireMock = assemble(options, stores, gate, factory);
    LaneServer server = factory.built();
    try {
      server.listen();
      wireMock.start();
    } catch (RuntimeException failure) {
      server.stop();
      throw failure;
    }
    return new WireMockEngine(wireMock, server);
  }

  private static WireMockServer assemble(
      EngineOptions options, EngineStores stores, Gate gate, LaneServerFactory factory) {
    WireMockConfiguration configuration =
        WireMockConfiguration.options()
            .bindAddress(options.host())
            .port(options.port())
            .http2PlainDisabled(true)
            .gzipDisabled(true)
            .templatingEnabled(false)
            .stubRequestLoggingDisabled(true)
            .useChunkedTransferEncoding(ChunkedEncodingPolicy.BODY_FILE)
            .notifier(new SilentNotifier())
            .httpClientFactory(new LateClients())
            .jettyStopTimeout(JETTY_STOP_MILLIS)
            .threadPoolFactory(ignored -> threads(options.dispatchThreads()))
            .fileSource(stores.root())
            .withStores(stores)
            .extensions(
                gate,
                factory,
                new HandBack(gate),
                new ShutdownRefusal(),
                new AdminRefusal(options.guard()));
    if (options.stubsDir().isEmpty()) {
      configuration.mappingSource(new NoMappingFiles());
    }
    try {
      return new WireMockWithoutShutdown(configuration);
    } catch (RuntimeException failure) {
      throw new IllegalArgumentException("cannot load stubs: " + firstLines(failure), failure);
    }
  }

  private static String firstLines(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
  }

  private static QueuedThreadPool threads(int most) {
    QueuedThreadPool pool = new QueuedThreadPool(most, 8);
    pool.setName("mimokit-http");
    pool.setDaemon(true);
    pool.setStopTimeout(JETTY_STOP_MILLIS);
    return pool;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public int liveStreams() {
    return server.liveStreams();
  }

  @Override
  public void reset() {
    wireMock.resetAll();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      wireMock.stop();
    }
  }

  /** The second lock behind {@link ShutdownRefusal}: the container itself does not obey either. */
  private static final class WireMockWithoutShutdown extends WireMockServer {

    WireMockWithoutShutdown(WireMockConfiguration configuration) {
      super(configuration);
    }

    @Override
    public void shutdown() {}
  }

  /** Stubs of a server without a stubs directory live and die with it. */
  private static final class NoMappingFiles implements MappingsSource {

    @Override
    public void loadMappingsInto(StubMappings stubMappings) {}

    @Override
    public void save(List<StubMapping> stubMappings) {}

    @Override
    public void save(StubMapping stubMapping) {}

    @Override
    @SuppressWarnings("removal") // still abstract in 3.13
    public void remove(StubMapping stubMapping) {}

    @Override
    public void removeAll() {}
  }
}
