package dev.mimokit.core.plan;

import java.io.Serial;

/** An objective that cannot be read; the message names its place in the text. */
public final class SloFormatException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private final int column;

  SloFormatException(String text, int position, String expected) {
    super(
        "column %d of '%s': expected %s, found %s"
            .formatted(position + 1, text, expected, found(text, position)));
    this.column = position + 1;
  }

  private static String found(String text, int position) {
    return position < text.length() ? "'" + text.substring(position) + "'" : "the end";
  }

  /** Where, counted from 1. */
  public int column() {
    return column;
  }
}
