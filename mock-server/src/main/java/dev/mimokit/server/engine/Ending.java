package dev.mimokit.server.engine;

/** How a streamed response stops after its last event. */
public enum Ending {
  /** The message is complete; the connection is kept. */
  COMPLETE,
  /** The connection is closed (FIN) in the middle of the message. */
  CLOSE,
  /** The connection is reset (RST) in the middle of the message. */
  RESET
}
