package dev.mimokit.server.reply;

import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Cuts calls of tools into pieces: the name, then the arguments.
 *
 * @param tokens counts a text
 */
record CallWriter(ToLongFunction<CharSequence> tokens) {

  /**
   * What a call costs beyond its name and arguments: the marked JSON object the Qwen vocabulary's
   * models write it in (ASSUMED).
   */
  private static final int FORM = 12;

  List<Piece> pieces(int index, ToolCall call) {
    String json = call.arguments();
    List<Piece> pieces = new ArrayList<>();
    long cost = FORM + tokens.applyAsLong(call.name());
    pieces.add(new Piece.Called(index, call.id(), call.name(), cost));
    pieces.addAll(
        Slices.of(
            json, tokens.applyAsLong(json), (text, count) -> new Piece.Argued(index, text, count)));
    return pieces;
  }
}
