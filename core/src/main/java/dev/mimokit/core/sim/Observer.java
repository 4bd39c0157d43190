package dev.mimokit.core.sim;

/** Told of every admission, for tests of what must hold of all of them. */
interface Observer {

  /** Nobody looks. */
  Observer NONE = (unit, atNanos, tokens) -> {};

  void admitted(int unit, long atNanos, long tokens);
}
