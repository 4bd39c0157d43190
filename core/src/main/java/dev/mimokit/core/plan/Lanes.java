package dev.mimokit.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Does pieces of work on several threads and answers in the order of the pieces. */
final class Lanes {

  private Lanes() {}

  /**
   * Results in the order of the pieces. The first failure, in that order, is thrown as it is.
   *
   * @throws CancellationException when this thread is interrupted; the others are told to stop
   */
  static <T> List<T> run(int threads, List<Callable<T>> pieces) {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(threads, pieces.size()), daemons());
    try {
      List<T> results = new ArrayList<>(pieces.size());
      for (Future<T> future : pool.invokeAll(pieces)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw asThrown(cause == null ? e : cause);
    } finally {
      pool.shutdownNow();
    }
  }

  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work, "plan");
      thread.setDaemon(true);
      return thread;
    };
  }

  private static RuntimeException asThrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
