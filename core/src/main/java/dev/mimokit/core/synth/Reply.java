package dev.mimokit.core.synth;

import dev.mimokit.core.tokens.ChatTokens;
import java.util.List;
import java.util.OptionalInt;

/**
 * An answer in pieces of one token each; joined without anything between them they are its text.
 *
 * @param reasoning what the model thought; empty when it did not think
 * @param content what it answered
 * @param cutAt the number of tokens it was cut at, empty when it came to its own end
 */
public record Reply(List<String> reasoning, List<String> content, OptionalInt cutAt) {

  /** The marker that opens the thinking; the one that closes it makes two. */
  private static final int OPENING = 1;

  private static final int MARKERS = 2;

  /** Copies the pieces. */
  public Reply {
    reasoning = List.copyOf(reasoning);
    content = List.copyOf(content);
  }

  /** A whole reply. */
  public Reply(List<String> reasoning, List<String> content) {
    this(reasoning, content, OptionalInt.empty());
  }

  /** Whether {@code finish_reason} is {@code length}. */
  public boolean isCut() {
    return cutAt.isPresent();
  }

  /** The reasoning as one text. */
  public String reasoningText() {
    return String.join("", reasoning);
  }

  /** The answer as one text. */
  public String contentText() {
    return String.join("", content);
  }

  /**
   * Completion tokens as usage reports them; a cut reply has used what it was allowed (ASSUMED).
   */
  public long completionTokens() {
    return cutAt.isPresent() ? cutAt.getAsInt() : wholeTokens();
  }

  /**
   * What is left when at most {@code maxTokens} completion tokens may be used; thinking and its
   * markers count. This reply itself when it fits.
   */
  public Reply cut(int maxTokens) {
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1: " + maxTokens);
    }
    if (completionTokens() <= maxTokens) {
      return this;
    }
    int thought = reasoning.isEmpty() ? 0 : Math.min(reasoning.size(), maxTokens - OPENING);
    int before = reasoning.isEmpty() ? 0 : reasoning.size() + MARKERS;
    int answered = Math.max(0, Math.min(content.size(), maxTokens - before));
    return new Reply(
        reasoning.subList(0, thought), content.subList(0, answered), OptionalInt.of(maxTokens));
  }

  private long wholeTokens() {
    return reasoning.isEmpty()
        ? ChatTokens.completion(content.size())
        : ChatTokens.completion(reasoning.size(), content.size());
  }
}
