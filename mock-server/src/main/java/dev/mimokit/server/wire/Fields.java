package dev.mimokit.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.quirk.ErrorCase;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The fields of one JSON object, typed. A null counts as absent. The texts of refusals are ASSUMED,
 * in the manner of the observed {@code `text` is not set}.
 */
public record Fields(JsonNode node) {

  /** The field, unless it is absent or null. */
  public Optional<JsonNode> find(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** An array that must be there. */
  public JsonNode array(String name) throws Incorrect {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw new Incorrect(missingOr(name, "an array"));
    }
    return value;
  }

  /** An object, if it is there. */
  public Optional<JsonNode> object(String name) throws Incorrect {
    return typed(name, JsonNode::isObject, "an object");
  }

  /** A string, if it is there. */
  public Optional<String> text(String name) throws Incorrect {
    return typed(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
  }

  /** A boolean, if it is there. */
  public Optional<Boolean> flag(String name) throws Incorrect {
    return typed(name, JsonNode::isBoolean, "a boolean").map(JsonNode::booleanValue);
  }

  /** A number that must lie within both bounds. */
  public OptionalDouble within(String name, double min, double max) throws Incorrect {
    Optional<JsonNode> value = number(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    double number = value.get().doubleValue();
    if (!(number >= min && number <= max)) {
      throw new Incorrect(
          "`" + name + "` must be within " + min + " and " + max, ErrorCase.OUT_OF_RANGE);
    }
    return OptionalDouble.of(number);
  }

  /** A number, if it is there. */
  public Optional<JsonNode> number(String name) throws Incorrect {
    return typed(name, JsonNode::isNumber, "a number");
  }

  /** A whole number that must lie within both bounds. */
  public OptionalLong whole(String name, long min, long max) throws Incorrect {
    Optional<JsonNode> value = typed(name, JsonNode::isIntegralNumber, "an integer");
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    JsonNode number = value.get();
    if (!number.canConvertToLong() || number.longValue() < min || number.longValue() > max) {
      throw new Incorrect(
          "`" + name + "` must be within " + min + " and " + max, ErrorCase.OUT_OF_RANGE);
    }
    return OptionalLong.of(number.longValue());
  }

  /** The error of a field that is absent, or not what it must be. */
  public PlatformError missingOr(String name, String type) {
    return find(name).isEmpty()
        ? PlatformErrors.incorrect("`" + name + "` is not set", ErrorCase.MISSING_FIELD)
        : PlatformErrors.incorrect("`" + name + "` must be " + type);
  }

  private Optional<JsonNode> typed(String name, Predicate<JsonNode> test, String type)
      throws Incorrect {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && !test.test(value.get())) {
      throw new Incorrect("`" + name + "` must be " + type);
    }
    return value;
  }
}
