package dev.mimokit.bench.run;

/** A benchmark could not be measured; the message names the log. */
public final class BenchFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  BenchFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
