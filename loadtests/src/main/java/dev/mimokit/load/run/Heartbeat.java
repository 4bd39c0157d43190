package dev.mimokit.load.run;

import dev.mimokit.core.time.NanoClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Beats every 10 ms and remembers how late each beat was: a host that stalls the runner stalls the
 * client under test too, which must not be held against the client. Thread-safe.
 */
final class Heartbeat implements AutoCloseable {

  private static final long PERIOD_NANOS = 10_000_000;

  /** Beats this late are normal on a shared host and are not kept. */
  private static final long KEPT_NANOS = 20_000_000;

  private static final int MOST = 100_000;

  private record Stall(long endNanos, long lengthNanos) {}

  private final NanoClock clock;
  private final ScheduledExecutorService timer;
  private final Deque<Stall> stalls = new ArrayDeque<>();
  private long lastNanos;

  private Heartbeat(NanoClock clock) {
    this.clock = clock;
    this.lastNanos = clock.nanoTime();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "heartbeat");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts to beat. */
  static Heartbeat start(NanoClock clock) {
    Heartbeat heartbeat = new Heartbeat(clock);
    var unused =
        heartbeat.timer.scheduleWithFixedDelay(
            heartbeat::beat, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    return heartbeat;
  }

  /** One that never beats by itself, for tests. */
  static Heartbeat manual(NanoClock clock) {
    return new Heartbeat(clock);
  }

  synchronized void beat() {
    long now = clock.nanoTime();
    long late = now - lastNanos - PERIOD_NANOS;
    lastNanos = now;
    if (late > KEPT_NANOS) {
      keep(new Stall(now, late));
    }
  }

  /** Something else that clients depend on has stalled so long until now. */
  synchronized void stalled(long lengthNanos) {
    keep(new Stall(clock.nanoTime(), lengthNanos));
  }

  private void keep(Stall stall) {
    stalls.addLast(stall);
    if (stalls.size() > MOST) {
      stalls.removeFirst();
    }
  }

  /** The longest stall that ended or still lasts after {@code sinceNanos}, in nanoseconds. */
  synchronized long worstSince(long sinceNanos) {
    long open = Math.max(0, clock.nanoTime() - lastNanos - PERIOD_NANOS);
    return Math.max(
        open > KEPT_NANOS ? open : 0,
        stalls.stream()
            .filter(stall -> stall.endNanos() - sinceNanos > 0)
            .mapToLong(Stall::lengthNanos)
            .max()
            .orElse(0));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
