package dev.mimokit.load.run;

/**
 * The gate was asked for something that does not exist or cannot be: one clear line, thrown before
 * anything is started or written.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** {@code message} names what, where and what was expected. */
  public UsageException(String message) {
    super(message);
  }
}
