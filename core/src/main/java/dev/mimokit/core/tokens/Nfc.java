package dev.mimokit.core.tokens;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Unicode's canonical composition, for text that may need it.
 *
 * <p>Marks behind a letter are sorted by their combining class. The JDK sorts them by insertion,
 * which takes time with the square of their number: minutes for a million marks of two classes by
 * turns. So long rows of marks are sorted beforehand, which NFC leaves no trace of.
 */
final class Nfc {

  /** Rows up to this long are left to the JDK. */
  private static final int LONG_ROW = 64;

  private Nfc() {}

  /** The first units in NFC; a lone surrogate stays one unit. */
  static char[] of(char[] units, int length) {
    String given = new String(units, 0, length);
    String text = mayHaveLongRow(given) ? sorted(given) : given;
    if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      return text.toCharArray();
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
  }

  /** Looks at one unit in so many, which no long row can avoid. */
  private static boolean mayHaveLongRow(String text) {
    for (int at = LONG_ROW; at < text.length(); at += LONG_ROW) {
      char unit = text.charAt(at);
      if (CharClasses.isMark(unit) || Character.isSurrogate(unit)) {
        return true;
      }
    }
    return false;
  }

  /** The text with its long rows of marks in canonical order. */
  private static String sorted(String text) {
    StringBuilder sorted = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int end = rowEnd(text, at);
      if (end - at > LONG_ROW) {
        appendSorted(text.substring(at, end), sorted);
      } else if (end > at) {
        sorted.append(text, at, end);
      } else {
        end = at + Character.charCount(text.codePointAt(at));
        sorted.append(text, at, end);
      }
      at = end;
    }
    return sorted.toString();
  }

  private static int rowEnd(String text, int from) {
    int at = from;
    while (at < text.length() && CharClasses.isMark(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static void appendSorted(String row, StringBuilder sorted) {
    int[] marks =
        row.codePoints()
            .flatMap(mark -> Normalizer.normalize(text(mark), Normalizer.Form.NFD).codePoints())
            .toArray();
    CombiningOrder order = CombiningOrder.of(marks);
    int from = 0;
    for (int at = 0; at <= marks.length; at++) {
      if (at == marks.length || order.isStarter(marks[at])) {
        if (at - from > LONG_ROW) {
          order.sort(marks, from, at);
        }
        from = at + 1;
      }
    }
    Arrays.stream(marks).forEach(sorted::appendCodePoint);
  }

  static String text(int point) {
    return Character.toString(point);
  }
}
