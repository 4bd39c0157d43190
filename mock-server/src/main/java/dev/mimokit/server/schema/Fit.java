package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells whether a value fits a schema, as far as the keywords of JSON Schema 2020-12 are known
 * here; unknown ones, formats and what costs too much to tell count as fitting.
 */
record Fit(References references, Budget budget) {

  private static final int DEEPEST = 100;

  boolean of(JsonNode schema, JsonNode value) {
    return of(schema, value, 0);
  }

  private boolean of(JsonNode schema, JsonNode value, int depth) {
    if (!schema.isObject()) {
      return !schema.isBoolean() || schema.booleanValue();
    }
    if (depth > DEEPEST || !budget.step()) {
      return true;
    }
    return reference(schema, value, depth)
        && isListed(schema, value)
        && hasType(schema.path("type"), value)
        && branches(schema, value, depth)
        && condition(schema, value, depth)
        && (!value.isNumber() || number(schema, value))
        && (!value.isTextual() || text(schema, value.textValue()))
        && (!value.isArray() || array(schema, value, depth))
        && (!value.isObject() || object(schema, value, depth));
  }

  private boolean reference(JsonNode schema, JsonNode value, int depth) {
    JsonNode reference = schema.path("$ref");
    return !reference.isTextual() || of(references.target(reference.textValue()), value, depth + 1);
  }

  private boolean isListed(JsonNode schema, JsonNode value) {
    if (schema.has("const") && !same(schema.get("const"), value)) {
      return false;
    }
    JsonNode list = schema.path("enum");
    if (!list.isArray()) {
      return true;
    }
    for (JsonNode listed : list) {
      if (!budget.step() || same(listed, value)) {
        return true;
      }
    }
    return false;
  }

  /** Equal as JSON is: 1 and 1.0 are the same. */
  static boolean same(JsonNode one, JsonNode other) {
    Optional<BigDecimal> number = Decimals.of(one);
    Optional<BigDecimal> second = Decimals.of(other);
    return (number.isPresent() && second.isPresent())
        ? number.get().compareTo(second.get()) == 0
        : one.equals(other);
  }

  static boolean hasType(JsonNode type, JsonNode value) {
    if (type.isTextual()) {
      return isOf(type.textValue(), value);
    }
    if (!type.isArray()) {
      return true;
    }
    for (JsonNode each : type) {
      if (isOf(each.asText(), value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> Decimals.of(value).filter(Decimals::isWhole).isPresent();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> true;
    };
  }

  private boolean branches(JsonNode schema, JsonNode value, int depth) {
    return counted(schema.path("allOf"), value, depth, fits -> fits == schema.path("allOf").size())
        && counted(schema.path("anyOf"), value, depth, fits -> fits > 0)
        && counted(schema.path("oneOf"), value, depth, fits -> fits == 1)
        && (!schema.has("not") || !of(schema.get("not"), value, depth + 1));
  }

  private boolean counted(JsonNode branches, JsonNode value, int depth, IntPredicate enough) {
    if (!branches.isArray() || branches.isEmpty()) {
      return true;
    }
    int fits = 0;
    for (JsonNode branch : branches) {
      fits += of(branch, value, depth + 1) ? 1 : 0;
    }
    return enough.test(fits);
  }

  private boolean condition(JsonNode schema, JsonNode value, int depth) {
    if (!schema.has("if")) {
      return true;
    }
    String then = of(schema.get("if"), value, depth + 1) ? "then" : "else";
    return of(schema.path(then), value, depth + 1);
  }

  private static boolean number(JsonNode schema, JsonNode value) {
    Optional<BigDecimal> number = Decimals.of(value);
    if (number.isEmpty()) {
      return true;
    }
    Bounds bounds = Bounds.of(schema);
    return bounds.contain(number.get())
        && Decimals.of(schema.path("multipleOf"))
            .map(step -> Decimals.isMultiple(number.get(), step))
            .orElse(true);
  }

  private static boolean text(JsonNode schema, String value) {
    int length = value.codePointCount(0, value.length());
    return length >= Decimals.size(schema.path("minLength"), 0)
        && length <= Decimals.size(schema.path("maxLength"), Integer.MAX_VALUE)
        && (!schema.path("pattern").isTextual()
            || Regex.finds(schema.path("pattern").textValue(), value).orElse(true));
  }

  private boolean array(JsonNode schema, JsonNode value, int depth) {
    return value.size() >= Decimals.size(schema.path("minItems"), 0)
        && value.size() <= Decimals.size(schema.path("maxItems"), Integer.MAX_VALUE)
        && (!schema.path("uniqueItems").booleanValue() || areUnique(value))
        && items(schema, value, depth)
        && (!schema.has("contains") || contains(schema.get("contains"), value, depth));
  }

  private boolean items(JsonNode schema, JsonNode value, int depth) {
    ItemSchemas items = ItemSchemas.of(schema);
    for (int i = 0; i < value.size(); i++) {
      if (!of(items.at(i), value.get(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean contains(JsonNode schema, JsonNode value, int depth) {
    for (JsonNode item : value) {
      if (of(schema, item, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areUnique(JsonNode array) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode item : array) {
      if (!seen.add(Decimals.plain(item))) {
        return false;
      }
    }
    return true;
  }

  private boolean object(JsonNode schema, JsonNode value, int depth) {
    if (value.size() < Decimals.size(schema.path("minProperties"), 0)
        || value.size() > Decimals.size(schema.path("maxProperties"), Integer.MAX_VALUE)) {
      return false;
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        return false;
      }
    }
    return dependent(schema.path("dependentRequired"), value) && members(schema, value, depth);
  }

  private static boolean dependent(JsonNode dependent, JsonNode value) {
    for (Map.Entry<String, JsonNode> rule : dependent.properties()) {
      for (JsonNode name : rule.getValue()) {
        if (value.has(rule.getKey()) && !value.has(name.asText())) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean members(JsonNode schema, JsonNode value, int depth) {
    MemberSchemas members = new MemberSchemas(schema);
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      for (JsonNode each : members.of(field.getKey())) {
        if (!of(each, field.getValue(), depth + 1)) {
          return false;
        }
      }
    }
    return true;
  }
}
