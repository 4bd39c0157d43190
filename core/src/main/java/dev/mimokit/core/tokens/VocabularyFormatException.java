package dev.mimokit.core.tokens;

/** A vocabulary file is not what it should be; the message says in one line what and where. */
public final class VocabularyFormatException extends RuntimeException {

  private static final long serialVersionUID = 1;

  VocabularyFormatException(String message) {
    super(message);
  }
}
