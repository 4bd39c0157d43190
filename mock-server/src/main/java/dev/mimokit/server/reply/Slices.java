package dev.mimokit.server.reply;

import dev.mimokit.server.call.Piece;
import java.util.ArrayList;
import java.util.List;

/** A text as pieces of about one token each, whose tokens add up to those of the text. */
public final class Slices {

  /** Makes a piece of the text. */
  @FunctionalInterface
  public interface Maker {
    Piece make(String text, long tokens);
  }

  private Slices() {}

  /**
   * The pieces, equally long to a character; no character outside the first plane is torn.
   *
   * @param tokens of the whole text, at least 0
   */
  public static List<Piece> of(String text, long tokens, Maker maker) {
    int length = text.length();
    long count = Math.max(1, Math.min(tokens, length));
    List<Piece> pieces = new ArrayList<>((int) count);
    int start = 0;
    long told = 0;
    for (long i = 1; i <= count; i++) {
      int end = whole(text, (int) (length * i / count));
      if (end > start) {
        long upTo = end == length ? tokens : tokens * i / count;
        pieces.add(maker.make(text.substring(start, end), upTo - told));
        told = upTo;
        start = end;
      }
    }
    return pieces;
  }

  private static int whole(String text, int end) {
    boolean torn =
        end > 0
            && end < text.length()
            && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
    return torn ? end + 1 : end;
  }
}
