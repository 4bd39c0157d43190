package dev.mimokit.load.client;

import dev.mimokit.core.time.NanoClock;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Waits on one daemon thread of the machine's clock. Tasks must be short. Thread-safe. */
public final class TimerScheduler implements Scheduler, AutoCloseable {

  private final NanoClock clock = NanoClock.system();
  private final ScheduledThreadPoolExecutor timer;

  /** Starts the thread when first needed. */
  public TimerScheduler() {
    timer = new ScheduledThreadPoolExecutor(1, TimerScheduler::daemon);
    timer.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "mimo-client-timer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  public Alarm schedule(long delayNanos, Runnable task) {
    Future<?> waiting = timer.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    return () -> waiting.cancel(false);
  }

  /** Forgets all waiting tasks. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
