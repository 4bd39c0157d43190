package dev.mimokit.server.script;

/** When a fault strikes, along the way of one answer. */
public enum Phase {
  /** The request has been read; no limit was asked yet and nothing is charged. */
  ON_ACCEPT,
  /** The attempt was admitted and is charged; no byte has been sent. */
  BEFORE_HEADERS,
  /** Status, headers and what precedes the first token are sent; of a whole body nothing is. */
  BEFORE_FIRST_TOKEN,
  /** Within the tokens: after a number of events, else after the first token; at half a body. */
  BETWEEN_TOKENS,
  /** All tokens are sent, but neither finish nor terminator; of a whole body all but one byte. */
  BEFORE_END
}
