package dev.mimokit.server.wire.responses;

import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns in the making. What the model produced in one answer comes back as several items: its
 * reasoning, text and calls that stand together are one turn (ASSUMED: the count of tokens is that
 * of the chat protocol, where they are one message).
 */
final class Conversation {

  private static final String MODEL = "assistant";

  private final boolean reasoningRequired;
  private final List<Turn> turns = new ArrayList<>();
  private boolean reasoned;

  Conversation(boolean reasoningRequired) {
    this.reasoningRequired = reasoningRequired;
  }

  /** A message, or what a tool has found. */
  void add(Turn turn) {
    if (!turn.role().equals(MODEL)) {
      reasoned = false;
      turns.add(turn);
    } else {
      join(turn.text(), turn.media());
    }
  }

  /** The model's reasoning, which is checked for and not counted. */
  void reasoned() {
    reasoned = true;
  }

  /** A call of a tool. */
  void called(String text) throws Incorrect {
    if (reasoningRequired && !reasoned) {
      throw new Incorrect(PlatformErrors.reasoningMissing());
    }
    join(text, Media.NONE);
  }

  List<Turn> turns() {
    return turns;
  }

  private void join(String text, Media media) {
    int last = turns.size() - 1;
    if (last >= 0 && turns.get(last).role().equals(MODEL)) {
      Turn turn = turns.get(last);
      turns.set(last, new Turn(MODEL, turn.text() + text, turn.media().plus(media)));
    } else {
      turns.add(new Turn(MODEL, text, media));
    }
  }
}
