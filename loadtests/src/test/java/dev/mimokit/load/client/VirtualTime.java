package dev.mimokit.load.client;

import dev.mimokit.core.time.ManualClock;
import dev.mimokit.core.time.WallClock;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Time that jumps from one due task to the next, so that a minute takes a millisecond and every run
 * is the same. Tasks due together run in the order they were scheduled. Not thread-safe: all runs
 * on the caller's thread.
 */
final class VirtualTime implements Scheduler {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private record Due(long atNanos, long number, Runnable task) {}

  private final ManualClock clock;
  private final WallClock wall;
  private final Queue<Due> queue;
  private long scheduled;

  /** Starts at {@code nanos} of the clock and {@code epochMillis} of the calendar. */
  VirtualTime(long nanos, long epochMillis) {
    this.clock = new ManualClock(nanos);
    this.wall = () -> epochMillis + Math.floorDiv(clock.nanoTime() - nanos, NANOS_PER_MILLI);
    this.queue =
        new PriorityQueue<>(
            Comparator.<Due>comparingLong(due -> due.atNanos() - nanos)
                .thenComparingLong(Due::number));
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  /** The calendar that goes with it. */
  WallClock wall() {
    return wall;
  }

  /** Waits that reach beyond what the clock can count are never over. */
  @Override
  public Alarm schedule(long delayNanos, Runnable task) {
    if (delayNanos > Long.MAX_VALUE / 2) {
      return () -> {};
    }
    Due due = new Due(clock.nanoTime() + Math.max(0, delayNanos), scheduled++, task);
    queue.add(due);
    return () -> queue.remove(due);
  }

  /** Runs the next task if it is due by {@code limitNanos}; else moves there and answers false. */
  boolean step(long limitNanos) {
    Due next = queue.peek();
    if (next == null || next.atNanos() - limitNanos > 0) {
      clock.set(limitNanos);
      return false;
    }
    queue.remove();
    clock.set(next.atNanos());
    next.task().run();
    return true;
  }

  /** Runs everything that is due within {@code nanos} from now. */
  void pass(long nanos) {
    long limitNanos = clock.nanoTime() + nanos;
    while (step(limitNanos)) {
      // The task has been run.
    }
  }
}
