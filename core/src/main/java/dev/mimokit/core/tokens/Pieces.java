package dev.mimokit.core.tokens;

import static dev.mimokit.core.tokens.CharClasses.LETTER;
import static dev.mimokit.core.tokens.CharClasses.NEWLINE;
import static dev.mimokit.core.tokens.CharClasses.NUMBER;
import static dev.mimokit.core.tokens.CharClasses.OTHER;
import static dev.mimokit.core.tokens.CharClasses.SPACE;

/**
 * Cuts text into the pieces that merges never cross, as the Qwen2 family's expression does:
 *
 * <pre>
 *   (?i:'s|'t|'re|'ve|'m|'ll|'d)
 *   [^\r\n\p{L}\p{N}]?\p{L}+       a word, with the space or sign before it
 *   \p{N}                          a digit by itself
 *    ?[^\s\p{L}\p{N}]+[\r\n]*      signs, with the space before and the line ends after them
 *   \s*[\r\n]+                     spaces up to the last of the line ends among them
 *   \s+(?!\S)  \s+                 other spaces; the last one goes with the word behind it
 * </pre>
 *
 * Alternatives are tried in this order, each as long as it can be. Works on valid UTF-8; every byte
 * is looked at a bounded number of times.
 */
final class Pieces {

  /** {@code ſ}, which equals {@code s} when case is ignored, in UTF-8. */
  private static final int LONG_S_FIRST = 0xC5;

  private static final int LONG_S_SECOND = 0xBF;

  private Pieces() {}

  /** Where the piece that begins at {@code from} ends; {@code from < to}. */
  static int end(byte[] text, int from, int to) {
    int point = point(text, from);
    int kind = CharClasses.of(point);
    int next = from + length(text[from]);
    if (kind == LETTER) {
      return letters(text, next, to);
    }
    if (kind == NUMBER) {
      return next;
    }
    if (point == '\'') {
      int contraction = contraction(text, next, to);
      if (contraction > 0) {
        return next + contraction;
      }
    }
    int following = next < to ? kind(text, next) : NEWLINE;
    if (following == LETTER && kind != NEWLINE) {
      return letters(text, next + length(text[next]), to);
    }
    if (kind == OTHER || (point == ' ' && following == OTHER)) {
      return newlines(text, signs(text, next, to), to);
    }
    return spaces(text, from, to);
  }

  private static int letters(byte[] text, int from, int to) {
    int at = from;
    while (at < to) {
      int first = text[at];
      if (first >= 0) {
        int lower = first | 0x20;
        if (lower < 'a' || lower > 'z') {
          return at;
        }
        at++;
      } else if (kind(text, at) == LETTER) {
        at += length(text[at]);
      } else {
        return at;
      }
    }
    return at;
  }

  private static int signs(byte[] text, int from, int to) {
    int at = from;
    while (at < to && kind(text, at) == OTHER) {
      at += length(text[at]);
    }
    return at;
  }

  private static int newlines(byte[] text, int from, int to) {
    int at = from;
    while (at < to && (text[at] == '\n' || text[at] == '\r')) {
      at++;
    }
    return at;
  }

  private static int spaces(byte[] text, int from, int to) {
    int at = from;
    int last = from;
    int lineEnd = -1;
    while (at < to) {
      int kind = kind(text, at);
      if (kind != SPACE && kind != NEWLINE) {
        break;
      }
      last = at;
      at += length(text[at]);
      if (kind == NEWLINE) {
        lineEnd = at;
      }
    }
    if (lineEnd >= 0) {
      return lineEnd;
    }
    return at == to || last == from ? at : last;
  }

  /** Bytes of a contraction's letters, 0 when it is none. */
  private static int contraction(byte[] text, int from, int to) {
    if (from == to) {
      return 0;
    }
    int first = text[from] | 0x20;
    if (first == 's' || first == 't' || first == 'm' || first == 'd') {
      return 1;
    }
    if (from + 1 == to) {
      return 0;
    }
    int second = text[from + 1] | 0x20;
    boolean two =
        (first == 'r' && second == 'e')
            || (first == 'v' && second == 'e')
            || (first == 'l' && second == 'l')
            || ((text[from] & 0xFF) == LONG_S_FIRST && (text[from + 1] & 0xFF) == LONG_S_SECOND);
    return two ? 2 : 0;
  }

  private static int kind(byte[] text, int at) {
    return CharClasses.of(point(text, at));
  }

  private static int length(byte first) {
    return first >= 0 ? 1 : (first & 0xFF) < 0xE0 ? 2 : (first & 0xFF) < 0xF0 ? 3 : 4;
  }

  private static int point(byte[] text, int at) {
    int first = text[at];
    if (first >= 0) {
      return first;
    }
    int two = ((first & 0x1F) << 6) | (text[at + 1] & 0x3F);
    if ((first & 0xFF) < 0xE0) {
      return two;
    }
    int three = ((two & 0x3FF) << 6) | (text[at + 2] & 0x3F);
    return (first & 0xFF) < 0xF0 ? three : ((three & 0x7FFF) << 6) | (text[at + 3] & 0x3F);
  }
}
