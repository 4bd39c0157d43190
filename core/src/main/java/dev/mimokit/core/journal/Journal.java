package dev.mimokit.core.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A bounded memory of events, oldest dropped first, each with a sequence number so that readers can
 * go on where they stopped. Thread-safe; appending is O(1).
 */
public final class Journal {

  /** An event and its place, from 1. */
  public record Numbered(long number, JournalEvent event) {}

  private final int capacity;
  private final Deque<JournalEvent> events = new ArrayDeque<>();
  private long appended;

  /** Keeps at most {@code capacity} events; at least 1. */
  public Journal(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1: " + capacity);
    }
    this.capacity = capacity;
  }

  /** Adds an event. */
  public synchronized void append(JournalEvent event) {
    if (events.size() == capacity) {
      events.removeFirst();
    }
    events.addLast(event);
    appended++;
  }

  /** The events after number {@code after} that are still there, oldest first; 0 for all. */
  public synchronized List<Numbered> after(long after) {
    List<Numbered> found = new ArrayList<>();
    long number = appended - events.size();
    for (JournalEvent event : events) {
      if (++number > after) {
        found.add(new Numbered(number, event));
      }
    }
    return found;
  }

  /** Events appended so far, those already dropped included. */
  public synchronized long appended() {
    return appended;
  }

  /** Forgets all events; numbering goes on. */
  public synchronized void clear() {
    events.clear();
  }
}
