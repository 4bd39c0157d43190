package dev.mimokit.cli.program;

import java.io.Serial;
import java.util.Objects;

/**
 * Thrown by a command that cannot go on. The message is the one line the user reads: what, where,
 * and what was expected.
 */
public final class ExitException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final int exitCode;

  private ExitException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The user can mend it: an argument, or the contents of a file. Exit code 2. */
  public static ExitException usage(String message) {
    return new ExitException(ExitCode.USAGE, message);
  }

  /**
   * The machine cannot do it now: a port in use, a directory that cannot be written. Exit code 3.
   */
  public static ExitException infrastructure(String message) {
    return new ExitException(ExitCode.INCONCLUSIVE, message);
  }

  /** The same, saying what {@code cause} says. */
  public static ExitException usage(Exception cause) {
    return usage(line(cause));
  }

  /** The same, saying what {@code cause} says. */
  public static ExitException infrastructure(Exception cause) {
    return infrastructure(line(cause));
  }

  private static String line(Exception cause) {
    return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
  }

  /** The code the program ends with. */
  public int exitCode() {
    return exitCode;
  }
}
