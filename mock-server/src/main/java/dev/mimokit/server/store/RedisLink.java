package dev.mimokit.server.store;

import dev.mimokit.core.time.NanoClock;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * The one connection to Redis, and whether what is behind it can be believed.
 *
 *   connected ──► asked who it is ──► the same as before, or the first ──► believed
 *                                └──► another: it has forgotten ─────────► believed one window later
 *   lost, or an answer is missing ──► not believed; asked again when it is back
 *
 * Each change of this opens another session. A decision is only good when the session in which it came is the one in
 * which it was asked for, so none is ever taken from a Redis that was exchanged meanwhile.
 */
/** Thread-safe; never blocks but at the start and the end. */
final class RedisLink implements AutoCloseable, RedisConnectionStateListener {

  /**
   * What is known of Redis now.
   *
   * @param forgot whether it has ever forgotten while this node ran
   * @param forgotNanos when this node noticed the latest time
   */
  record Session(long number, boolean usable, boolean forgot, long forgotNanos) {

    /** Whether all that was admitted within the window is remembered, here or nowhere. */
    boolean remembers(long nowNanos, long windowNanos) {
      return usable && !(forgot && nowNanos - forgotNanos < windowNanos);
    }
  }

  private static final Pattern RUN = Pattern.compile("(?m)^run_id:(\\w+)");
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final long AGAIN_MILLIS = 200;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final StoreSpec spec;
  private final NanoClock clock;
  private final ClientResources resources;
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;
  private final List<LuaScript> scripts = new CopyOnWriteArrayList<>();
  private String run = "";
  private boolean closed;
  private volatile Session session = new Session(0, false, false, 0);

  private RedisLink(StoreSpec spec, NanoClock clock) {
    this.spec = spec;
    this.clock = clock;
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(Delay.constant(LONGEST_PAUSE))
            .build();
    RedisURI uri = RedisURI.create(spec.uri());
    uri.setTimeout(CONNECTING);
    this.client = RedisClient.create(resources, uri);
    client.setOptions(options(spec.timeout()));
    try {
      this.connection = client.connect();
      connection.addListener(this);
      identified(session, connection.sync().info("server"));
    } catch (RedisException e) {
      shutdown();
      throw new StoreUnavailableException(spec.address(), e);
    }
  }

  /**
   * Connects, within seconds.
   *
   * @throws StoreUnavailableException when nothing answers there
   */
  static RedisLink open(StoreSpec spec, NanoClock clock) {
    return new RedisLink(spec, clock);
  }

  /** Nothing waits for a connection, and nothing that was under way is said twice. */
  private static ClientOptions options(Duration timeout) {
    return ClientOptions.builder()
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(command -> true)
        .socketOptions(SocketOptions.builder().connectTimeout(CONNECTING).build())
        .timeoutOptions(TimeoutOptions.enabled(timeout))
        .build();
  }

  NanoClock clock() {
    return clock;
  }

  Session session() {
    return session;
  }

  RedisAsyncCommands<String, String> redis() {
    return connection.async();
  }

  /** Runs {@code work} every so often, until this is closed. */
  void every(Duration pause, Runnable work) {
    Future<?> ignored =
        resources
            .eventExecutorGroup()
            .scheduleAtFixedRate(work, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A decision did not come. Whoever notices first asks Redis whether it is still there. */
  void doubt(Session doubted) {
    if (open(doubted, false)) {
      say("does not answer, " + spec.degraded());
      identify(session);
    }
  }

  @Override
  public void onRedisConnected(RedisChannelHandler<?, ?> channel, SocketAddress address) {
    open(session, true);
    identify(session);
  }

  @Override
  public void onRedisDisconnected(RedisChannelHandler<?, ?> channel) {
    boolean news = session.usable();
    if (open(session, true) && news) {
      say("is away, " + spec.degraded());
    }
  }

  private synchronized boolean open(Session last, boolean evenIfUnusable) {
    if (closed || session.number() != last.number() || !(evenIfUnusable || last.usable())) {
      return false;
    }
    session = new Session(last.number() + 1, false, last.forgot(), last.forgotNanos());
    return true;
  }

  /** Tells Redis a script now, and whenever it may have forgotten it, before anything else. */
  void teach(LuaScript script) {
    scripts.add(script);
    tell(script);
  }

  private void tell(LuaScript script) {
    CompletionStage<String> ignored = redis().scriptLoad(script.text());
  }

  private void identify(Session asked) {
    scripts.forEach(this::tell);
    CompletionStage<String> ignored =
        redis()
            .info("server")
            .whenComplete(
                (info, failure) -> {
                  if (info != null) {
                    identified(asked, info);
                  } else {
                    identifyLater(asked);
                  }
                });
  }

  private void identifyLater(Session asked) {
    if (session.number() == asked.number() && !resources.eventExecutorGroup().isShuttingDown()) {
      Future<?> ignored =
          resources
              .eventExecutorGroup()
              .schedule(() -> identifyAgain(asked), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void identifyAgain(Session asked) {
    if (session.number() == asked.number() && connection.isOpen()) {
      identify(asked);
    }
  }

  private synchronized void identified(Session asked, String info) {
    if (session.number() != asked.number()) {
      return;
    }
    Matcher matcher = RUN.matcher(info);
    String found = matcher.find() ? matcher.group(1) : "";
    boolean another = !run.isEmpty() && !found.equals(run);
    if (!run.isEmpty()) {
      say(another ? "is back and has forgotten" : "is back");
    }
    run = found;
    session =
        another
            ? new Session(asked.number() + 1, true, true, clock.nanoTime())
            : new Session(asked.number() + 1, true, asked.forgot(), asked.forgotNanos());
  }

  private void say(String what) {
    System.err.println("mimokit: the store at " + spec.address() + " " + what);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    connection.removeListener(this);
    shutdown();
  }

  private void shutdown() {
    client.shutdown(0, 500, TimeUnit.MILLISECONDS);
    Future<?> ignored = resources.shutdown(0, 500, TimeUnit.MILLISECONDS);
  }
}
