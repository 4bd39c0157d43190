package dev.mimokit.report.read;

import java.io.IOException;

/**
 * A run directory that cannot be read or merged. The message is one line: which file, which line
 * where it is known, what was expected.
 */
public final class RunFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Folds line breaks, so that the message stays one line whatever the file holds. */
  public RunFormatException(String message) {
    super(message.strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
