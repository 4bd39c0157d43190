package dev.mimokit.server.call;

import java.util.List;
import java.util.Optional;

/**
 * What a model answers to one call. Immutable.
 *
 * @param pieces in the order they are sent, reasoning first
 * @param thinking whether the model thought, even if it had nothing to say about it
 * @param sources what a web search found; they are sent before the pieces
 * @param spokenText what a spoken answer says, when the call wants to be told
 */
public record Utterance(
    List<Piece> pieces,
    boolean thinking,
    FinishReason finish,
    Usage usage,
    List<Source> sources,
    Optional<String> spokenText) {

  /** Copies the lists. */
  public Utterance {
    pieces = List.copyOf(pieces);
    sources = List.copyOf(sources);
  }

  /** An answer that quotes nobody. */
  public Utterance(List<Piece> pieces, boolean thinking, FinishReason finish, Usage usage) {
    this(pieces, thinking, finish, usage, List.of(), Optional.empty());
  }

  /** The answer's text; empty when it has none. */
  public String content() {
    int length = 0;
    for (Piece piece : pieces) {
      length += piece instanceof Piece.Said said ? said.text().length() : 0;
    }
    StringBuilder text = new StringBuilder(length);
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Said said) {
        text.append(said.text());
      }
    }
    return text.toString();
  }

  /** The reasoning's text; empty when the model did not think. */
  public Optional<String> reasoning() {
    if (!thinking) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Thought thought) {
        text.append(thought.text());
      }
    }
    return Optional.of(text.toString());
  }

  /** The calls of tools, in order. */
  public List<ToolCall> toolCalls() {
    return ToolCall.of(pieces);
  }

  /** Completion tokens when only the first {@code count} pieces were sent. */
  public long tokensOfFirst(int count) {
    return count >= pieces.size()
        ? usage.completionTokens()
        : pieces.subList(0, count).stream().mapToLong(Piece::tokens).sum();
  }
}
