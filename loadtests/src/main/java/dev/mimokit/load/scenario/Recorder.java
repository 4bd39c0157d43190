package dev.mimokit.load.scenario;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one load measured, kept whole until its end: some hundred calls, so that latency can be
 * counted from intended starts, which are known only when all real starts are. Thread-safe, never
 * blocks a writer.
 */
public final class Recorder {

  private final AtomicLong offered = new AtomicLong();
  private final ConcurrentLinkedQueue<CallSample> finished = new ConcurrentLinkedQueue<>();

  /** A virtual user began its call. */
  public void offer() {
    offered.incrementAndGet();
  }

  /** A call ended. */
  public void finish(CallSample call) {
    finished.add(call);
  }

  /** Calls begun so far, finished or not. */
  public long offered() {
    return offered.get();
  }

  /** Calls finished so far. */
  public List<CallSample> finished() {
    return List.copyOf(finished);
  }
}
