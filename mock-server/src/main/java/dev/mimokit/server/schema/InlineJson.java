package dev.mimokit.server.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An object written out in a prompt, loosely as people do: single quotes, bare names, comments.
 *
 * @param from where it begins
 * @param to where the prompt goes on
 */
record InlineJson(ObjectNode object, int from, int to) {

  private static final ObjectMapper LOOSE =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  private static final int MOST_TRIES = 50;

  /** The first object that is not empty. */
  static Optional<InlineJson> in(String prompt) {
    int from = prompt.indexOf('{');
    for (int i = 0; i < MOST_TRIES && from >= 0; i++) {
      int to = behind(prompt, from);
      Optional<ObjectNode> object = read(prompt.substring(from, to));
      if (object.isPresent()) {
        return Optional.of(new InlineJson(object.get(), from, to));
      }
      from = prompt.indexOf('{', from + 1);
    }
    return Optional.empty();
  }

  String without(String prompt) {
    return prompt.substring(0, from) + " " + prompt.substring(to);
  }

  /** Behind the brace that closes the one here; here when none does. */
  private static int behind(String prompt, int from) {
    int open = 0;
    boolean quoted = false;
    for (int i = from; i < prompt.length(); i++) {
      char unit = prompt.charAt(i);
      if (unit == '"' && prompt.charAt(i - 1 < 0 ? 0 : i - 1) != '\\') {
        quoted = !quoted;
      }
      open += quoted ? 0 : unit == '{' ? 1 : unit == '}' ? -1 : 0;
      if (open == 0) {
        return i + 1;
      }
    }
    return from;
  }

  private static Optional<ObjectNode> read(String text) {
    try {
      return LOOSE.readTree(text) instanceof ObjectNode object && !object.isEmpty()
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
