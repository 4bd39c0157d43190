package dev.mimokit.load.run;

import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.driver.DriverAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one run has asked of a client and what was told. After {@link #close} it hears nothing more:
 * late answers are dropped. Thread-safe.
 */
final class CallBook {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<JournalEvent> events = new ArrayList<>();
  private final Set<String> unanswered = new HashSet<>();
  private boolean abandoned;
  private boolean closed;

  void asked(String job, long nowNanos) {
    locked(
        () -> {
          unanswered.add(job);
          events.add(new JournalEvent.Asked(nowNanos, job));
        });
  }

  void told(DriverAnswer answer, long nowNanos) {
    locked(
        () -> {
          if (!closed) {
            unanswered.remove(answer.job());
            events.add(
                new JournalEvent.Told(
                    nowNanos,
                    answer.job(),
                    answer.ok(),
                    answer.status(),
                    answer.errorClass(),
                    answer.text(),
                    answer.partial()));
          }
        });
  }

  /** Nobody will answer any more. */
  void abandon() {
    locked(() -> abandoned = true);
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean allAnswered() {
    lock.lock();
    try {
      return unanswered.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all are answered, nobody will answer, or {@code nanos} are over. */
  void awaitAnswers(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!unanswered.isEmpty() && !abandoned && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits {@code nanos}, or until nobody will answer. */
  void linger(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!abandoned && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends it: all that was asked and told until now. */
  List<JournalEvent> close() {
    lock.lock();
    try {
      closed = true;
      return List.copyOf(events);
    } finally {
      lock.unlock();
    }
  }

  static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
