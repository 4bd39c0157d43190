package dev.mimokit.server.reply;

import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends an answer before the first stop sequence in its text; the sequence itself is not said.
 * Neither thoughts nor arguments of tools are looked at (ASSUMED).
 */
record Stops(List<String> sequences) {

  Draft cut(Draft draft) {
    if (sequences.isEmpty()) {
      return draft;
    }
    int end = first(text(draft.pieces()));
    return end < 0
        ? draft
        : new Draft(
            until(draft.pieces(), end), FinishReason.STOP, draft.research(), draft.spokenText());
  }

  private static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder(pieces.size() * 8);
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Said said) {
        text.append(said.text());
      }
    }
    return text.toString();
  }

  private int first(String text) {
    return sequences.stream()
        .filter(sequence -> !sequence.isEmpty())
        .mapToInt(text::indexOf)
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  private static List<Piece> until(List<Piece> pieces, int end) {
    List<Piece> kept = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Said said) {
        if (at >= end) {
          break;
        }
        String text = said.text();
        kept.add(
            new Piece.Said(text.substring(0, Math.min(text.length(), end - at)), said.tokens()));
        at += text.length();
      } else {
        kept.add(piece);
      }
    }
    return kept;
  }
}
