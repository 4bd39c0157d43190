package dev.mimokit.server.wire;

import dev.mimokit.server.call.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces that some protocols show as one block or item: the reasoning, the text, or one call of a
 * tool, which begins with its {@link Piece.Called}. Immutable.
 */
public record Section(Kind kind, List<Piece> pieces) {

  /** What the pieces are. */
  public enum Kind {
    /** Reasoning. */
    THINKING,
    /** The answer's text. */
    TEXT,
    /** One call of a tool. */
    TOOL
  }

  /** Copies the pieces. */
  public Section {
    pieces = List.copyOf(pieces);
  }

  /** All pieces of an answer, cut into sections; sound is refused. */
  public static List<Section> of(List<Piece> pieces) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= pieces.size(); at++) {
      if (at == pieces.size() || begins(pieces.get(at), pieces.get(at - 1))) {
        sections.add(new Section(kind(pieces.get(from)), pieces.subList(from, at)));
        from = at;
      }
    }
    return sections;
  }

  /** The text of the pieces: of a call, its arguments. */
  public String text() {
    StringBuilder text = new StringBuilder(pieces.size() * 8);
    pieces.forEach(piece -> text.append(text(piece)));
    return text.toString();
  }

  /** The text of one piece: of a call's beginning, none. */
  public static String text(Piece piece) {
    if (piece instanceof Piece.Said said) {
      return said.text();
    }
    if (piece instanceof Piece.Thought thought) {
      return thought.text();
    }
    return piece instanceof Piece.Argued argued ? argued.json() : "";
  }

  /** The tool that is called; only of a call. */
  public Piece.Called called() {
    if (pieces.get(0) instanceof Piece.Called called) {
      return called;
    }
    throw new IllegalStateException("not a call of a tool: " + kind);
  }

  private static boolean begins(Piece piece, Piece before) {
    return piece instanceof Piece.Called || kind(piece) != kind(before);
  }

  private static Kind kind(Piece piece) {
    if (piece instanceof Piece.Thought) {
      return Kind.THINKING;
    }
    if (piece instanceof Piece.Said) {
      return Kind.TEXT;
    }
    if (piece instanceof Piece.Sounded) {
      throw new IllegalStateException("this protocol has no sound");
    }
    return Kind.TOOL;
  }
}
