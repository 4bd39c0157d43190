package dev.mimokit.server.wire;

import dev.mimokit.server.quirk.ErrorCase;

/** Ends the reading of a request with the error that answers it; never leaves a dialect. */
public final class Incorrect extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient PlatformError error;

  /** With the whole error. */
  public Incorrect(PlatformError error) {
    super(error.param(), null, false, false);
    this.error = error;
  }

  /** A 400 that says in {@code param} what is wrong. */
  public Incorrect(String param) {
    this(PlatformErrors.incorrect(param));
  }

  /** A 400 of a case that was never seen, with what is wrong in {@code param}. */
  public Incorrect(String param, ErrorCase kind) {
    this(PlatformErrors.incorrect(param, kind));
  }

  /** The answer. */
  public PlatformError error() {
    return error;
  }
}
