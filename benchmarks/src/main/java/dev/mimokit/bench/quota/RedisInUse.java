package dev.mimokit.bench.quota;

import dev.mimokit.bench.ratio.Sides;
import dev.mimokit.bench.ratio.UnavailableException;
import dev.mimokit.bench.ratio.Work;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.server.store.Hold;
import dev.mimokit.server.store.QuotaGate;
import dev.mimokit.server.store.Reception;
import dev.mimokit.server.store.RedisStore;
import dev.mimokit.server.store.Refusal;
import dev.mimokit.server.store.StoreSpec;
import dev.mimokit.server.store.StoreUnavailableException;
import dev.mimokit.server.store.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A {@code redis-server} of this machine, one node and one caller: a decision beside the cheapest
 * command that changes anything. Both wait for the answer; what is admitted is settled without
 * waiting.
 */
final class RedisInUse {

  private static final int TRIES = 100;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** So short that the log is entered and left all the time. */
  private static final Quota BUSY =
      new Quota(100_000, 1_000_000_000, 100_000, Duration.ofMillis(20), WindowKind.SLIDING_LOG);

  private RedisInUse() {}

  /**
   * The decision against INCR.
   *
   * @throws UnavailableException where there is no {@code redis-server}
   */
  static Sides decisionAgainstIncr() {
    RedisStore store = connected(started());
    QuotaGate gate =
        store.gate(new Subject("bench", "model"), new QuotaLimiter(BUSY, System.nanoTime()));
    return new Sides(decisions(gate), increments(store));
  }

  private static Work decisions(QuotaGate gate) {
    return times -> {
      int admitted = 0;
      for (int i = 0; i < times; i++) {
        long now = System.nanoTime();
        Answer answer = new Answer();
        gate.tryAcquire(now, Limiters.TOKENS, answer);
        admitted += answer.settled(now) ? 1 : 0;
      }
      return admitted;
    };
  }

  private static Work increments(RedisStore store) {
    return times -> {
      long sum = 0;
      for (int i = 0; i < times; i++) {
        sum += store.roundTrip().toCompletableFuture().join();
      }
      return sum;
    };
  }

  private static final class Answer extends CompletableFuture<Boolean> implements Reception {

    private Hold hold = new Nothing();

    @Override
    public void admitted(Hold granted) {
      hold = granted;
      complete(true);
    }

    @Override
    public void rejected(Refusal refusal) {
      complete(false);
    }

    @Override
    public void unavailable() {
      completeExceptionally(new IllegalStateException("redis-server is away"));
    }

    boolean settled(long now) {
      return join() && hold.settle(now, Limiters.TOKENS);
    }
  }

  private record Nothing() implements Hold {
    @Override
    public boolean settle(long nowNanos, long usedTokens) {
      return false;
    }

    @Override
    public boolean cancel(long nowNanos) {
      return false;
    }
  }

  /** Ends with this JVM. */
  private static int started() {
    try {
      int port = freePort();
      Process server =
          new ProcessBuilder(
                  "redis-server",
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly, "end-redis"));
      return port;
    } catch (IOException e) {
      throw new UnavailableException("it needs a redis-server on the PATH", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static RedisStore connected(int port) {
    StoreSpec spec = StoreSpec.redis("redis://127.0.0.1:" + port);
    for (int i = 1; ; i++) {
      try {
        return RedisStore.connect(spec, NanoClock.system());
      } catch (StoreUnavailableException e) {
        if (i == TRIES) {
          throw new UnavailableException("redis-server does not answer", e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
