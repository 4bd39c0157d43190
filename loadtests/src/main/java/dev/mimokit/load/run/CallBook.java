package dev.mimokit.load.run;

import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.driver.DriverAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one run has asked of a client and what was told. After {@link #close} it hears nothing more:
 * late answers are dropped. Thread-safe.
 */
final class CallBook {

  /** Answers of one call that are kept; all are counted. */
  private static final int MOST_ANSWERS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<JournalEvent> events = new ArrayList<>();
  private final Set<String> unanswered = new HashSet<>();
  private final Map<String, Integer> answers = new HashMap<>();
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
          if (!closed && counted(answer.job()) <= MOST_ANSWERS) {
            unanswered.remove(answer.job());
            events.add(
                new JournalEvent.Told(
                    nowNanos,
                    answer.job(),
                    answer.ok(),
                    answer.status(),
                    answer.errorClass(),
                    answer.text(),
                    answer.partial(),
                    nanos(answer.retryAfter())));
          }
        });
  }

  private int counted(String job) {
    return answers.merge(job, 1, Integer::sum);
  }

  /** Calls that were answered more than once, in a sentence; nothing for nothing. */
  List<String> remarks() {
    lock.lock();
    try {
      List<String> jobs =
          answers.entrySet().stream()
              .filter(job -> job.getValue() > 1)
              .map(job -> job.getKey() + " " + job.getValue() + " times")
              .sorted()
              .toList();
      return jobs.isEmpty()
          ? List.of()
          : List.of(
              "answered more than once: "
                  + jobs.get(0)
                  + (jobs.size() == 1 ? "" : " and " + (jobs.size() - 1) + " others"));
    } finally {
      lock.unlock();
    }
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

  /** A driver may name anything; what no journal can hold is as long as can be. */
  private static OptionalLong nanos(OptionalDouble seconds) {
    return seconds.isPresent() && seconds.getAsDouble() >= 0
        ? OptionalLong.of((long) Math.min(Long.MAX_VALUE, seconds.getAsDouble() * 1e9))
        : OptionalLong.empty();
  }

  static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
