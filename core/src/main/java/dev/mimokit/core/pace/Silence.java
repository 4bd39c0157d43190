package dev.mimokit.core.pace;

/**
 * Nothing at all, before the first token, while a model thinks over a long prompt.
 *
 * @param fromPromptTokens shorter prompts are not kept waiting
 * @param nanos how long
 */
public record Silence(long fromPromptTokens, long nanos) {

  /** No model falls silent. */
  public static final Silence NONE = new Silence(0, 0);

  /** Refuses negative amounts. */
  public Silence {
    if (fromPromptTokens < 0 || nanos < 0) {
      throw new IllegalArgumentException(
          "silence must not be negative: from "
              + fromPromptTokens
              + " tokens, for "
              + nanos
              + " ns");
    }
  }

  /** How long a prompt of that length is kept waiting. */
  long nanos(long promptTokens) {
    return promptTokens >= fromPromptTokens ? nanos : 0;
  }
}
