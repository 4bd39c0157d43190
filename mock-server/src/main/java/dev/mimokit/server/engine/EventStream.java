package dev.mimokit.server.engine;

import java.nio.ByteBuffer;

/**
 * The events of one paced stream. The engine asks for event i when it is due, writes and flushes
 * it, and asks for the next; deadlines are absolute, so a late event does not push the later ones
 * back. Called on engine threads, one call at a time per stream: must not block.
 */
public interface EventStream {

  /**
   * How many events the stream has, its terminator included. At least 1 when it is {@link
   * Ending#COMPLETE}; a stream of none sends neither status nor headers.
   */
  int count();

  /**
   * The bytes of event {@code index}, ready to be written, separators included; they stay as they
   * are until the next call, which may use the same memory.
   */
  ByteBuffer event(int index);

  /** How it stops when all events are sent. */
  default Ending ending() {
    return Ending.COMPLETE;
  }

  /**
   * When event {@code index} is due, on the engine's clock; not before event {@code index - 1}. For
   * {@link #count}: when the connection is broken, unless the stream is complete.
   */
  long dueNanos(int index);

  /** Event {@code index} was handed to the socket at {@code nanos}. */
  void sent(int index, long nanos);

  /**
   * The stream is over, exactly once: {@code completed} when every event was written and nothing
   * was to be broken; otherwise the client went away, the server stopped or the stream's own ending
   * came after {@code sent} events (0 when it left before the first).
   */
  void ended(int sent, boolean completed, long nanos);
}
