package dev.mimokit.server.quirk;

/** How {@code prompt_tokens_details} is written when there is nothing to tell. */
public enum EmptyDetails {
  /** As an empty object. */
  OBJECT,
  /** As {@code null}. */
  NULL
}
