package dev.mimokit.server.quirk;

/** What {@code message_start} of the Anthropic protocol says of usage. */
public enum StartUsage {
  /** No {@code usage} at all. */
  ABSENT,
  /** No tokens so far. */
  ZERO,
  /** The prompt's tokens. */
  PROMPT
}
