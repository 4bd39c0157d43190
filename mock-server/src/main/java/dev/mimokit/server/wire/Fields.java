package dev.mimokit.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The fields of one JSON object, typed. A null counts as absent. The texts of refusals are ASSUMED,
 * in the manner of the observed {@code `text` is not set}.
 */
record Fields(JsonNode node) {

  /** The field, unless it is absent or null. */
  Optional<JsonNode> find(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  JsonNode array(String name) throws Incorrect {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw new Incorrect(missingOr(name, "an array"));
    }
    return value;
  }

  Optional<JsonNode> object(String name) throws Incorrect {
    return typed(name, JsonNode::isObject, "an object");
  }

  Optional<String> text(String name) throws Incorrect {
    return typed(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
  }

  Optional<Boolean> flag(String name) throws Incorrect {
    return typed(name, JsonNode::isBoolean, "a boolean").map(JsonNode::booleanValue);
  }

  /** A number that must lie within both bounds. */
  OptionalDouble within(String name, double min, double max) throws Incorrect {
    Optional<JsonNode> value = typed(name, JsonNode::isNumber, "a number");
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    double number = value.get().doubleValue();
    if (!(number >= min && number <= max)) {
      throw new Incorrect("`" + name + "` must be within " + min + " and " + max);
    }
    return OptionalDouble.of(number);
  }

  PlatformError missingOr(String name, String type) {
    return PlatformErrors.incorrect(
        find(name).isEmpty() ? "`" + name + "` is not set" : "`" + name + "` must be " + type);
  }

  private Optional<JsonNode> typed(
      String name, java.util.function.Predicate<JsonNode> test, String type) throws Incorrect {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && !test.test(value.get())) {
      throw new Incorrect("`" + name + "` must be " + type);
    }
    return value;
  }
}
