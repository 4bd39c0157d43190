package dev.mimokit.server;

import dev.mimokit.core.journal.Journal;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.engine.Engine;
import dev.mimokit.server.engine.EngineOptions;
import dev.mimokit.server.engine.Engines;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A running mock of the MiMo API.
 *
 * <pre>{@code
 * try (MimoServer server = MimoServer.start(ServerOptions.defaults().counting(TokenMode.ESTIMATE))) {
 *   call(server.baseUrl() + "/v1/chat/completions", "sk-demo.local");
 *   server.journal().after(0).forEach(System.out::println);
 * }
 * }</pre>
 *
 * Thread-safe.
 */
public final class MimoServer implements AutoCloseable {

  /** A key that is always valid unless only configured keys are. */
  public static final String DEMO_KEY = "sk-demo.local";

  private final MimoPlatform platform;
  private final Engine engine;
  private final String host;

  private MimoServer(MimoPlatform platform, Engine engine, String host) {
    this.platform = platform;
    this.engine = engine;
    this.host = host;
  }

  /**
   * Starts a server and returns when it answers, warmed up if that was asked for. Nothing is left
   * running when this throws.
   *
   * @throws dev.mimokit.server.engine.CannotListenException when the address cannot be bound
   * @throws dev.mimokit.server.store.StoreUnavailableException when Redis does not answer
   * @throws IllegalArgumentException in one line, when an option or a file is wrong
   */
  public static MimoServer start(ServerOptions options) {
    MimoPlatform platform = MimoPlatform.create(options);
    loadCounters(platform);
    if (options.warmUp()) {
      WarmUp.await();
    }
    List<Engine> started = new CopyOnWriteArrayList<>();
    try {
      Engine engine =
          Engines.start(
              engineOptions(options, platform.bodyLimit()),
              platform.routes(() -> started.forEach(Engine::reset)),
              options.clock());
      started.add(engine);
      return new MimoServer(platform, engine, options.host());
    } catch (RuntimeException failed) {
      platform.close();
      throw failed;
    }
  }

  /**
   * Begins on another thread what this JVM does once for its first server, for who knows that one
   * is to be started and has something else to do before. Returns at once.
   *
   * @param warmUp whether it is to be started {@link ServerOptions#warmedUp}; otherwise classes are
   *     loaded and nobody waits for them
   */
  public static void foresee(boolean warmUp) {
    if (warmUp) {
      WarmUp.begin();
    } else {
      WarmUp.load();
    }
  }

  /** On another processor, while the engine starts; a count that comes earlier waits for it. */
  private static void loadCounters(MimoPlatform platform) {
    Thread loading = new Thread(platform::loadCounters, "mimokit-vocabulary");
    loading.setDaemon(true);
    loading.start();
  }

  private static EngineOptions engineOptions(ServerOptions options, int bodyLimit) {
    EngineOptions listening =
        EngineOptions.defaults()
            .listeningOn(options.host(), options.port())
            .withMaxBodyBytes(bodyLimit)
            .guardedBy(options.guard());
    Optional<Path> stubs = options.stubs();
    return stubs.isPresent() ? listening.withStubs(stubs.get()) : listening;
  }

  /** The port it listens on; never 0. */
  public int port() {
    return engine.port();
  }

  /** For example {@code http://127.0.0.1:8080}; protocols live below it. */
  public String baseUrl() {
    return "http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port();
  }

  /** What happened. */
  public Journal journal() {
    return platform.journal();
  }

  /** The accounts and their limiters. */
  public Accounts accounts() {
    return platform.accounts();
  }

  /** Streams that are being sent now. */
  public int liveStreams() {
    return engine.liveStreams();
  }

  /** Active limits and their grounds, a line each, ready to be printed. */
  public List<String> assumptions() {
    return platform.assumptions();
  }

  /** Forgets stubs, scripts, journal and what every account has used. */
  public void reset() {
    platform.reset();
    engine.reset();
  }

  /** Stops within two seconds. Idempotent. */
  @Override
  public void close() {
    engine.close();
    platform.close();
  }
}
