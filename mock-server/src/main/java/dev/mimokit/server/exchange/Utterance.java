package dev.mimokit.server.exchange;

import dev.mimokit.server.wire.FinishReason;
import dev.mimokit.server.wire.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a model says to one request: the pieces in order, reasoning first, and what they cost. */
public record Utterance(List<Piece> pieces, boolean thinking, FinishReason finish, Usage usage) {

  /** Copies the pieces. */
  public Utterance {
    pieces = List.copyOf(pieces);
  }

  /** The answer's text. */
  public String content() {
    return text(false);
  }

  /** The reasoning's text; empty when the model did not think. */
  public Optional<String> reasoning() {
    return thinking ? Optional.of(text(true)) : Optional.empty();
  }

  /** Completion tokens when only the first {@code count} pieces were sent. */
  public long tokensOfFirst(int count) {
    return count >= pieces.size()
        ? usage.completionTokens()
        : pieces.subList(0, count).stream().mapToLong(Piece::tokens).sum();
  }

  private String text(boolean reasoning) {
    return pieces.stream()
        .filter(piece -> piece.reasoning() == reasoning)
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}
