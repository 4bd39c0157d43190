package dev.mimokit.core.sim;

/**
 * What is still to happen, earliest first; of equal instants, first what was added first. Not
 * thread-safe.
 */
interface EventQueue {

  /** Adds an event; the code is the caller's. */
  void add(long atNanos, int code);

  boolean isEmpty();

  /** The instant of the first event; there is one. */
  long nextNanos();

  /** The code of the first event; there is one. */
  int nextCode();

  /** Removes the first event; there is one. */
  void remove();
}
