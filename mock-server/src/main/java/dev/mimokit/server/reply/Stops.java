package dev.mimokit.server.reply;

import dev.mimokit.core.synth.Reply;
import java.util.ArrayList;
import java.util.List;

/** Ends an answer before the first stop sequence in it; the sequence itself is not said. */
record Stops(List<String> sequences) {

  Reply cut(Reply reply) {
    if (sequences.isEmpty()) {
      return reply;
    }
    int end = first(reply.contentText());
    return end < 0 ? reply : new Reply(reply.reasoning(), until(reply.content(), end));
  }

  private int first(String text) {
    return sequences.stream()
        .filter(sequence -> !sequence.isEmpty())
        .mapToInt(text::indexOf)
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  private static List<String> until(List<String> pieces, int end) {
    List<String> kept = new ArrayList<>();
    int at = 0;
    for (String piece : pieces) {
      if (at >= end) {
        break;
      }
      kept.add(piece.substring(0, Math.min(piece.length(), end - at)));
      at += piece.length();
    }
    return kept;
  }
}
