package dev.mimokit.cli.trace;

import java.io.Serial;
import java.nio.file.Path;

/** A trace that cannot be used; the message is one line: file, line, column, what was expected. */
public final class TraceFormatException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private static final int SHOWN = 60;

  /** The file as a whole. */
  TraceFormatException(Path file, String mistake) {
    super(file + ": " + mistake);
  }

  /** A line, counted from 1. */
  TraceFormatException(Path file, long line, String mistake) {
    super(file + ":" + line + ": " + mistake);
  }

  /** What was found, fit for one line of a terminal. */
  static String shown(String found) {
    String line = found.replaceAll("\\p{Cntrl}", "?");
    return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "'";
  }
}
