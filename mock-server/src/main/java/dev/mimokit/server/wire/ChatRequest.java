package dev.mimokit.server.wire;

import java.util.List;
import java.util.OptionalLong;

/**
 * A chat request that may be served: everything in it is valid for its model.
 *
 * @param thinking whether the model thinks, by the request or by its default
 * @param maxTokens the maximum the request names for thinking and answer together
 * @param stop at most four sequences that end the answer
 */
public record ChatRequest(
    List<Turn> turns, boolean thinking, OptionalLong maxTokens, List<String> stop)
    implements Checked {

  /** Copies the lists. */
  public ChatRequest {
    turns = List.copyOf(turns);
    stop = List.copyOf(stop);
  }

  /** What the user said last; empty when no message is the user's. */
  public String lastUserText() {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).role().equals("user")) {
        return turns.get(i).text();
      }
    }
    return "";
  }
}
