package dev.mimokit.server.wire;

/** Ends the reading of a request with the error that answers it; caught by {@link ChatCheck}. */
final class Incorrect extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient PlatformError error;

  Incorrect(PlatformError error) {
    super(error.param(), null, false, false);
    this.error = error;
  }

  Incorrect(String param) {
    this(PlatformErrors.incorrect(param));
  }

  PlatformError error() {
    return error;
  }
}
