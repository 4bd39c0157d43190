package dev.mimokit.bench.ratio;

import dev.mimokit.core.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Times slices of work on one thread or several that begin together. For one caller. */
final class Stopwatch implements AutoCloseable {

  private final NanoClock clock;
  private final int threads;
  private final ExecutorService pool;
  private final CyclicBarrier start;
  private volatile long sink;

  Stopwatch(NanoClock clock, int threads) {
    this.clock = clock;
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
    this.start = new CyclicBarrier(threads);
  }

  /** Nanoseconds of one of {@code times} repeats; the mean of all threads, each doing as many. */
  double nanosEach(Work work, int times) {
    return threads == 1 ? timed(work, times) : together(work, times);
  }

  private double timed(Work work, int times) {
    long begin = clock.nanoTime();
    sink = work.run(times);
    return (clock.nanoTime() - begin) / (double) times;
  }

  private double together(Work work, int times) {
    List<Future<Double>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(pool.submit(() -> timedFromBarrier(work, times)));
    }
    double sum = 0;
    for (Future<Double> one : all) {
      sum += result(one);
    }
    return sum / threads;
  }

  private double timedFromBarrier(Work work, int times)
      throws InterruptedException, BrokenBarrierException {
    start.await();
    return timed(work, times);
  }

  private static double result(Future<Double> one) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("work failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while work was timed", e);
    }
  }

  /** What the latest work returned; for nobody but the compiler. */
  long sink() {
    return sink;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
