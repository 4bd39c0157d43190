package dev.mimokit.server.engine;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** Two timer threads for all streams together; a stream stays with the one it was given. */
final class StreamTimers {

  private final List<ScheduledThreadPoolExecutor> timers = List.of(timer(1), timer(2));
  private final AtomicInteger turn = new AtomicInteger();

  private static ScheduledThreadPoolExecutor timer(int number) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "mimokit-stream-" + number);
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  ScheduledExecutorService next() {
    return timers.get(Math.floorMod(turn.getAndIncrement(), timers.size()));
  }

  void stop() {
    timers.forEach(ScheduledThreadPoolExecutor::shutdownNow);
  }
}
