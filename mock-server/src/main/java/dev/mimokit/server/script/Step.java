package dev.mimokit.server.script;

import java.util.Optional;

/**
 * One answer of a script, given {@code times} times.
 *
 * @param status the HTTP status; 200 lets the built-in behaviour answer this attempt
 * @param retryAfter the value of Retry-After, sent as it is
 * @param error the name of the body; the platform's body for the status when there is none
 */
public record Step(int status, Optional<String> retryAfter, Optional<String> error, int times) {

  /** Most times one step can be repeated. */
  public static final int MOST = 1_000_000;

  private static final int SERVED = 200;

  /** Refuses what is neither 200 nor an error, header values that break a line, and odd counts. */
  public Step {
    if (status != SERVED && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status must be 200 or within 400..599: " + status);
    }
    if (times < 1 || times > MOST) {
      throw new IllegalArgumentException("times must be within 1.." + MOST + ": " + times);
    }
    retryAfter.ifPresent(Step::checkHeader);
  }

  private static void checkHeader(String value) {
    if (value.length() > 200 || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "retryAfter must be at most 200 printable ASCII characters");
    }
  }

  /** Whether the built-in behaviour answers. */
  public boolean serves() {
    return status == SERVED;
  }
}
