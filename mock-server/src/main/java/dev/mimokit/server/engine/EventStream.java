package dev.mimokit.server.engine;

/**
 * The events of one paced stream. The engine asks for event i when it is due, writes and flushes
 * it, and asks for the next; deadlines are absolute, so a late event does not push the later ones
 * back. Called on engine threads, one call at a time per stream: must not block.
 */
public interface EventStream {

  /** How many events the stream has, its terminator included. At least 1. */
  int count();

  /** The bytes of event {@code index}, ready to be written, separators included. */
  byte[] event(int index);

  /** When event {@code index} is due, on the engine's clock; not before event {@code index - 1}. */
  long dueNanos(int index);

  /** Event {@code index} was handed to the socket at {@code nanos}. */
  void sent(int index, long nanos);

  /**
   * The stream is over, exactly once: {@code completed} when every event was written; otherwise the
   * client went away or the server stopped after {@code sent} events (0 when it left before the
   * first).
   */
  void ended(int sent, boolean completed, long nanos);
}
