package dev.mimokit.server.wire.chat;

import dev.mimokit.server.wire.Moderation;

/**
 * Choices where the chat protocol's pages are silent or observations disagree.
 *
 * @param webSearch whether the console's web search plugin is on; off refuses the tool (OBSERVED)
 * @param moderation which texts are refused
 * @param countsTools whether the definitions of tools cost prompt tokens (ASSUMED, as compact JSON)
 * @param implicitSystemTokens prompt tokens of a system text that nobody sent, at least 0: a prompt
 *     of one word was once counted 252 tokens (OBSERVED 2026-05-27, unexplained)
 * @param writing how answers are written
 */
public record ChatRules(
    boolean webSearch,
    Moderation moderation,
    boolean countsTools,
    long implicitSystemTokens,
    Writing writing) {

  /** No plugin, no moderation, tools counted, nothing implicit, answers as observed. */
  public static final ChatRules DEFAULT =
      new ChatRules(false, Moderation.NONE, true, 0, Writing.OBSERVED);

  /** Refuses a negative number. */
  public ChatRules {
    if (implicitSystemTokens < 0) {
      throw new IllegalArgumentException(
          "implicitSystemTokens must not be negative: " + implicitSystemTokens);
    }
  }

  /**
   * How answers are written.
   *
   * @param streamErrorPrefix whether {@code data:} stands before backend errors of stream requests
   * @param usageChunk when a stream tells its usage
   * @param emptyDetails {@code prompt_tokens_details} when there is nothing to report
   * @param createdDrifts whether {@code created} follows the clock within a stream
   */
  public record Writing(
      boolean streamErrorPrefix,
      UsageChunk usageChunk,
      EmptyDetails emptyDetails,
      boolean createdDrifts) {

    /** As the platform was seen to write; where both were seen, the more frequent. */
    public static final Writing OBSERVED =
        new Writing(true, UsageChunk.ALWAYS, EmptyDetails.OBJECT, true);
  }

  /** When a stream tells its usage. */
  public enum UsageChunk {
    /** At the end of every stream, as the page's own sample shows. */
    ALWAYS,
    /** Only when {@code stream_options.include_usage} asks for it. */
    INCLUDED
  }

  /** {@code prompt_tokens_details} when there is nothing to report; both were observed. */
  public enum EmptyDetails {
    /** {@code {}}. */
    OBJECT,
    /** {@code null}. */
    NULL
  }

  /** The same, with the web search plugin on. */
  public ChatRules searching() {
    return new ChatRules(true, moderation, countsTools, implicitSystemTokens, writing);
  }

  /** The same, with other moderation. */
  public ChatRules moderatedBy(Moderation other) {
    return new ChatRules(webSearch, other, countsTools, implicitSystemTokens, writing);
  }

  /** The same, written otherwise. */
  public ChatRules writtenAs(Writing other) {
    return new ChatRules(webSearch, moderation, countsTools, implicitSystemTokens, other);
  }
}
