package dev.mimokit.core.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The naive event queue. */
final class SortedEvents implements EventQueue {

  private record Event(long at, long sequence, int code) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::sequence));
  private long added;

  @Override
  public void add(long atNanos, int code) {
    events.add(new Event(atNanos, added++, code));
  }

  @Override
  public boolean isEmpty() {
    return events.isEmpty();
  }

  @Override
  public long nextNanos() {
    return events.element().at();
  }

  @Override
  public int nextCode() {
    return events.element().code();
  }

  @Override
  public void remove() {
    events.remove();
  }
}
