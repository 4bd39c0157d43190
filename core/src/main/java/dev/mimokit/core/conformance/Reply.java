package dev.mimokit.core.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a step answers, where nothing breaks on its way.
 *
 * @param status 200 for the built-in answer, else within 400..599
 * @param error the name of the platform's error body; empty for the usual one of that status
 * @param retryAfter the value of Retry-After; empty for none
 * @param retryAfterDateSeconds Retry-After as the date that many seconds from now
 * @param dateSkewSeconds how far the server's calendar is off
 * @param headers sent beside the platform's own; a name may have several values
 * @param body in place of the platform's own
 */
public record Reply(
    int status,
    String error,
    String retryAfter,
    OptionalLong retryAfterDateSeconds,
    OptionalLong dateSkewSeconds,
    Map<String, List<String>> headers,
    Optional<Body> body) {

  /** The status of the built-in answer. */
  public static final int SERVED = 200;

  /** Text that is sent as it is. */
  public record Body(String text, String contentType) {}

  /** Copies the headers; refuses statuses that are neither 200 nor within 400..599. */
  public Reply {
    headers = Map.copyOf(headers);
    if (status != SERVED && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status must be 200 or within 400..599: " + status);
    }
  }

  /** A status with the platform's own body. */
  public static Reply of(int status, String error, String retryAfter) {
    return new Reply(
        status,
        error,
        retryAfter,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Map.of(),
        Optional.empty());
  }
}
