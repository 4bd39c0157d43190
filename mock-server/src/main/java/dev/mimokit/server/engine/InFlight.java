package dev.mimokit.server.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The lane's exchanges that are not over yet, and the door that closes when the server stops. */
final class InFlight {

  private final AtomicInteger exchanges = new AtomicInteger();
  private final Set<PacedStream> streams = ConcurrentHashMap.newKeySet();
  private final CountDownLatch empty = new CountDownLatch(1);
  private volatile boolean draining;

  /** False when the server is draining; otherwise {@link #leave} must follow once. */
  boolean enter() {
    exchanges.incrementAndGet();
    if (draining) {
      leave();
      return false;
    }
    return true;
  }

  void leave() {
    if (exchanges.decrementAndGet() == 0 && draining) {
      empty.countDown();
    }
  }

  void add(PacedStream stream) {
    streams.add(stream);
  }

  void remove(PacedStream stream) {
    streams.remove(stream);
  }

  int liveStreams() {
    return streams.size();
  }

  /** Lets nobody in any more and waits until all have left, or {@code limit} has passed. */
  void drain(Duration limit) {
    draining = true;
    if (exchanges.get() > 0) {
      awaitEmpty(limit);
    }
  }

  private void awaitEmpty(Duration limit) {
    try {
      // The answer does not matter: what has not left by then is cut.
      boolean ignored = empty.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  void cutStreams() {
    streams.forEach(PacedStream::cut);
  }
}
