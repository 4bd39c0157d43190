package dev.mimokit.load.cases;

/** A case file that says something it must not; the message names file, case and field. */
public final class CaseFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  CaseFormatException(String message) {
    super(message);
  }
}
