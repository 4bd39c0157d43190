package dev.mimokit.server.reply;

import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import java.util.List;
import java.util.Optional;

/**
 * What a model would say if neither a stop sequence nor a maximum ended it.
 *
 * @param pieces thoughts first
 * @param finish why it ends by itself
 * @param research what was looked up; empty when nothing might be
 * @param spokenText what a spoken answer says, when the call wants to be told
 */
public record Draft(
    List<Piece> pieces,
    FinishReason finish,
    Optional<Research> research,
    Optional<String> spokenText) {

  /** An answer that nothing was looked up for. */
  public Draft(List<Piece> pieces, FinishReason finish) {
    this(pieces, finish, Optional.empty(), Optional.empty());
  }

  /** The same, ending for another reason. */
  Draft finishing(FinishReason other) {
    return new Draft(pieces, other, research, spokenText);
  }
}
