package dev.mimokit.report.render;

import java.util.ArrayList;
import java.util.List;

/** Text of unknown origin made fit for a terminal or an XML file, and cut to a width. */
final class Plain {

  private Plain() {}

  /** One line: control and format characters, which could steer a terminal, become spaces. */
  static String line(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> steers(c) ? ' ' : c).forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean steers(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> codePoint == 0xFFFE || codePoint == 0xFFFF;
    };
  }

  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** At most that wide; what was cut shows as an ellipsis. */
  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    return width <= 0 ? "" : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Breaks at spaces into lines of that width; a longer word stays whole. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
