package dev.mimokit.server.call;

import java.util.List;

/**
 * A call that may be served: everything in it is valid for its model. Immutable.
 *
 * @param turns the conversation, oldest first; at least one
 * @param thinking whether the model thinks, by the request or by its default
 * @param bounds where the answer ends at the latest
 * @param task what is wanted of the model
 */
public record Ask(List<Turn> turns, boolean thinking, Bounds bounds, Task task) {

  private static final String USER = "user";

  /** Copies the turns. */
  public Ask {
    turns = List.copyOf(turns);
  }

  /** What the user said last; empty when no turn is the user's. */
  public String lastUserText() {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).role().equals(USER)) {
        return turns.get(i).text();
      }
    }
    return "";
  }

  /** Whether the last turn brings what a tool has found. */
  public boolean endsWithToolResult() {
    return !turns.isEmpty() && turns.get(turns.size() - 1).isToolResult();
  }

  /** Tokens of all images, sounds and films in the conversation. */
  public Media media() {
    Media sum = Media.NONE;
    for (Turn turn : turns) {
      sum = sum.plus(turn.media());
    }
    return sum;
  }
}
