package dev.mimokit.server.call;

import java.util.Optional;

/**
 * What one answer cost.
 *
 * @param prompt what was sent
 * @param completionTokens thinking and answer together
 * @param reasoningTokens the part of {@code completionTokens} that is thinking
 * @param search what was looked up; empty when nothing was allowed
 */
public record Usage(
    Prompt prompt, long completionTokens, long reasoningTokens, Optional<Search> search) {

  /** An answer without a search. */
  public Usage(Prompt prompt, long completionTokens, long reasoningTokens) {
    this(prompt, completionTokens, reasoningTokens, Optional.empty());
  }

  /**
   * What was sent.
   *
   * @param tokens all of it, media and cached tokens included
   * @param cachedTokens the part that was known from an earlier call
   * @param seconds of sound to be written down; 0 for any other task
   */
  public record Prompt(long tokens, long cachedTokens, Media media, double seconds) {

    /** Text that nobody sent before. */
    public Prompt(long tokens) {
      this(tokens, 0, Media.NONE, 0);
    }
  }

  /** Searches made and pages read. */
  public record Search(int searches, int pages) {}

  /** Prompt and completion. */
  public long totalTokens() {
    return prompt.tokens() + completionTokens;
  }
}
