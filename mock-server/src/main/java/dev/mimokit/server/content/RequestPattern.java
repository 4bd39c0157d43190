package dev.mimokit.server.content;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which calls something is meant for; what is absent does not matter. Immutable and thread-safe.
 *
 * @param match found somewhere in the last user message
 * @param contains stands there letter by letter
 * @param model the id the call names
 */
public record RequestPattern(
    Optional<Pattern> match, Optional<String> contains, Optional<String> model) {

  /** Refuses a pattern that says nothing. */
  public RequestPattern {
    if (match.isEmpty() && contains.isEmpty() && model.isEmpty()) {
      throw new IllegalArgumentException("expected at least one of match, contains and model");
    }
  }

  /** Whether a call is meant. */
  public boolean matches(String modelId, String lastUserText) {
    return model.map(modelId::equals).orElse(true)
        && contains.map(lastUserText::contains).orElse(true)
        && match.map(pattern -> pattern.matcher(lastUserText).find()).orElse(true);
  }
}
