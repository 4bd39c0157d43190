package dev.mimokit.load.run;

import dev.mimokit.core.time.NanoClock;
import java.util.concurrent.TimeUnit;

/**
 * Asks the mock every 100 ms whether it lives: a mock that a busy host keeps from answering stalls
 * clients as much as a stalled runner does. Answers within a quarter of a second are usual while a
 * burst is served, and not kept.
 */
final class MockPulse implements AutoCloseable {

  private static final long PERIOD_MILLIS = 100;
  private static final long KEPT_NANOS = CallBook.nanos(250);

  private final Thread thread;

  private MockPulse(Thread thread) {
    this.thread = thread;
  }

  /** Begins to ask; what is late is told to {@code heartbeat}. */
  static MockPulse start(MockAdmin mock, Heartbeat heartbeat, NanoClock clock) {
    Thread thread = new Thread(() -> ask(mock, heartbeat, clock), "mock-pulse");
    thread.setDaemon(true);
    thread.start();
    return new MockPulse(thread);
  }

  private static void ask(MockAdmin mock, Heartbeat heartbeat, NanoClock clock) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long askedNanos = clock.nanoTime();
        boolean lives = mock.healthy();
        long tookNanos = clock.nanoTime() - askedNanos;
        if (lives && tookNanos > KEPT_NANOS) {
          heartbeat.stalled(tookNanos);
        }
        TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
