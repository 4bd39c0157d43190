package dev.mimokit.core.journal;

import java.io.IOException;

/** A journal line that cannot be read: the message names the line and what was expected. */
public final class JournalFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  JournalFormatException(String message) {
    super(message);
  }
}
