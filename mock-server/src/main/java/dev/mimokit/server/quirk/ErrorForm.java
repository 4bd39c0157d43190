package dev.mimokit.server.quirk;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an error is to look like instead; what is absent stays as it is. In {@code message} and
 * {@code param}, {@code {param}} stands for what would have been said.
 *
 * @param status 400..599
 */
public record ErrorForm(
    OptionalInt status,
    Optional<String> code,
    Optional<String> message,
    Optional<String> param,
    Optional<String> type,
    Optional<Texture> texture) {

  /** How the body is written. */
  public enum Texture {
    /** As the gateway writes: four spaces to a level, code, message, type; param when it is set. */
    PRETTY,
    /** As the router writes: compact, never after {@code data:}. */
    COMPACT,
    /** As the backend writes: compact, after {@code data:} when a stream was asked for. */
    PREFIXED
  }

  /** Refuses a status that is no error. */
  public ErrorForm {
    if (status.isPresent() && (status.getAsInt() < 400 || status.getAsInt() > 599)) {
      throw new IllegalArgumentException("status must be within 400..599: " + status.getAsInt());
    }
  }
}
