package dev.mimokit.load.driver;

import java.io.IOException;

/** A line that is not of the driver protocol; the message says what was expected. */
public final class DriverFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  DriverFormatException(String message) {
    super(message);
  }
}
