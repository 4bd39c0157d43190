package dev.mimokit.load.client;

import java.util.Optional;

/**
 * What came back for one attempt.
 *
 * @param body as far as it came
 * @param whole whether the body ended as HTTP says it should; false when the connection broke
 */
public record Reply(int status, Headers headers, String body, boolean whole) {

  /** Finds a header field. */
  @FunctionalInterface
  public interface Headers {

    /** The first field of that name, ignoring case. */
    Optional<String> first(String name);
  }
}
