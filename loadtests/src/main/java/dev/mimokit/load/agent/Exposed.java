package dev.mimokit.load.agent;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What an error tells the caller beside its class.
 *
 * @param status the HTTP status it carries; 0 for none
 * @param retryAfter seconds of Retry-After, where the caller can reach them
 */
record Exposed(int status, OptionalDouble retryAfter) {

  /** An error without an answer behind it. */
  static final Exposed NOTHING = new Exposed(0, OptionalDouble.empty());

  /** With the status alone. */
  static Exposed status(int status) {
    return new Exposed(status, OptionalDouble.empty());
  }

  /** With the status and the first of the values of Retry-After, if that is a number. */
  static Exposed answer(int status, List<String> retryAfter) {
    try {
      return new Exposed(
          status, retryAfter.stream().limit(1).mapToDouble(Double::parseDouble).findFirst());
    } catch (NumberFormatException notSeconds) {
      return status(status);
    }
  }
}
