package dev.mimokit.bench.ratio;

/** A contender cannot run on this machine; the message says why in a line. */
public final class UnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public UnavailableException(String why, Throwable cause) {
    super(why, cause);
  }
}
