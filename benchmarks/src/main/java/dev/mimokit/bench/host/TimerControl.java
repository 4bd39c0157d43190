package dev.mimokit.bench.host;

import dev.mimokit.core.time.NanoClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How late one idle thread wakes on this machine: what no server here can improve on. Wakes every
 * millisecond for half a second.
 */
public record TimerControl(NanoClock clock) {

  private static final int WAKES = 500;
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
  private static final double P99 = 99;
  private static final double MILLI = 1e6;

  /** The 99th percentile of the lateness in milliseconds. Blocks its caller. */
  public double p99Millis() {
    Histogram lateness = new Histogram(LONGEST, 3);
    long begin = clock.nanoTime();
    for (int i = 1; i <= WAKES; i++) {
      long due = begin + i * STEP;
      for (long wait = due - clock.nanoTime(); wait > 0; wait = due - clock.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      lateness.recordValue(Math.min(LONGEST, Math.max(0, clock.nanoTime() - due)));
    }
    return lateness.getValueAtPercentile(P99) / MILLI;
  }
}
