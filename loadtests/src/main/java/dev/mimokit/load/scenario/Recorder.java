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
  private final ConcurrentLinkedQueue<AttemptSample> attempts = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<CallSample> finished = new ConcurrentLinkedQueue<>();

  /**
   * A virtual user began its call; returns its number in this load, from 1 in the order of arrival.
   * Gatling numbers the users of all loads together.
   */
  public long offer() {
    return offered.incrementAndGet();
  }

  /** An attempt ended, of a call that may go on. */
  public void attempt(AttemptSample attempt) {
    attempts.add(attempt);
  }

  /** A call ended. */
  public void finish(CallSample call) {
    finished.add(call);
  }

  /** Calls begun so far, finished or not. */
  public long offered() {
    return offered.get();
  }

  /** Attempts ended so far, those of unfinished calls too. */
  public List<AttemptSample> attempts() {
    return List.copyOf(attempts);
  }

  /** Calls finished so far. */
  public List<CallSample> finished() {
    return List.copyOf(finished);
  }
}
