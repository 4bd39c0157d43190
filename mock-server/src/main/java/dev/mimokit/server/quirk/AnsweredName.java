package dev.mimokit.server.quirk;

/** Which model an answer names when the one that was asked for is forwarded. */
public enum AnsweredName {
  /** The one that answers. */
  TARGET,
  /** The one that was asked for. */
  ASKED
}
