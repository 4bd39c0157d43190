package dev.mimokit.server.media;

/** Ends the reading of a part; never leaves this package. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedException(String reason) {
    super(reason, null, false, false);
  }

  MediaRefusal refusal() {
    return new MediaRefusal(String.valueOf(getMessage()));
  }
}
