package dev.mimokit.server.engine;

/**
 * Hears, exactly once, how the sending of a whole response ended. Called on an engine thread: must
 * not block.
 */
@FunctionalInterface
public interface SendListener {

  /**
   * {@code written} is false when the client was gone. {@code nanos} is when the answer was handed
   * to the socket, on the engine's clock: a client that acts on it at once is not early.
   */
  void ended(boolean written, long nanos);
}
