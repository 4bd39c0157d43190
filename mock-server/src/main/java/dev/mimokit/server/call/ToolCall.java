package dev.mimokit.server.call;

import java.util.ArrayList;
import java.util.List;

/**
 * One whole call of a tool.
 *
 * @param id without a protocol's prefix: 24 hex digits
 * @param arguments a JSON object; broken off when the answer was cut within it
 */
public record ToolCall(String id, String name, String arguments) {

  static List<ToolCall> of(List<Piece> pieces) {
    List<ToolCall> calls = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Called called) {
        calls.add(new ToolCall(called.id(), called.name(), arguments(pieces, called.index())));
      }
    }
    return calls;
  }

  private static String arguments(List<Piece> pieces, int index) {
    StringBuilder json = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Argued argued && argued.index() == index) {
        json.append(argued.json());
      }
    }
    return json.toString();
  }
}
