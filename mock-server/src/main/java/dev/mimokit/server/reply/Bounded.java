package dev.mimokit.server.reply;

import dev.mimokit.core.tokens.ChatTokens;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import java.util.List;

/**
 * A draft within its room. Thinking costs a marker before and one after it, and the answer's end
 * costs a token ({@link ChatTokens}); a cut answer has used all it was allowed (ASSUMED).
 *
 * <pre>
 *   &lt;think&gt; The sum is 4 &lt;/think&gt; Four . &lt;end&gt;    9 tokens, 4 of them reasoning
 *   room 9: all of it, finish stop
 *   room 8: the same words without the end, finish length
 *   room 5: the thoughts only                  room 3: the first two thoughts
 * </pre>
 */
record Bounded(Draft draft, Speaker.Room room) {

  /** Opens the thinking, closes it. */
  private static final int MARKER = 1;

  Utterance utterance(boolean thinking) {
    long reasoning = 0;
    long answer = 0;
    for (Piece piece : draft.pieces()) {
      if (piece instanceof Piece.Thought) {
        reasoning += piece.tokens();
      } else {
        answer += piece.tokens();
      }
    }
    long whole =
        reasoning == 0 ? ChatTokens.completion(answer) : ChatTokens.completion(reasoning, answer);
    return whole <= room.completionTokens()
        ? utterance(draft.pieces(), draft.finish(), thinking, usage(whole, reasoning))
        : cut(thinking);
  }

  private Utterance cut(boolean thinking) {
    long used = 0;
    long reasoning = 0;
    int kept = 0;
    boolean thought = false;
    for (Piece piece : draft.pieces()) {
      boolean thinks = piece instanceof Piece.Thought;
      used += (thinks == thought ? 0 : MARKER) + piece.tokens();
      if (used > room.completionTokens()) {
        break;
      }
      thought = thinks;
      reasoning += thinks ? piece.tokens() : 0;
      kept++;
    }
    return utterance(
        draft.pieces().subList(0, kept),
        FinishReason.LENGTH,
        thinking,
        usage(room.completionTokens(), reasoning));
  }

  private Usage usage(long completion, long reasoning) {
    return new Usage(room.prompt(), completion, reasoning, draft.research().map(Research::usage));
  }

  private Utterance utterance(
      List<Piece> pieces, FinishReason finish, boolean thinking, Usage usage) {
    return new Utterance(
        pieces,
        thinking,
        finish,
        usage,
        draft.research().map(Research::sources).orElse(List.of()),
        draft.spokenText());
  }
}
