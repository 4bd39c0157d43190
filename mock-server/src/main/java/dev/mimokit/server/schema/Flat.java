package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A schema whose references are followed and whose {@code allOf} is folded into one set of
 * keywords; what is still to be chosen, {@code anyOf} and {@code oneOf}, stands beside.
 *
 * @param choices lists of branches, of each of which one must be folded in too
 */
record Flat(ObjectNode keywords, List<JsonNode> choices) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 100;

  /** Follows and folds, without choosing. */
  static Flat of(JsonNode schema, References references, Budget budget) {
    Flat flat = new Flat(JSON.objectNode(), new ArrayList<>());
    flat.gather(schema, references, budget, 0);
    return flat;
  }

  /** This with the first choice made. */
  Flat choose(JsonNode branch, References references, Budget budget) {
    Flat flat =
        new Flat(
            JSON.objectNode().setAll(keywords),
            new ArrayList<>(choices.subList(1, choices.size())));
    flat.gather(branch, references, budget, 0);
    return flat;
  }

  private void gather(JsonNode schema, References references, Budget budget, int depth) {
    if (!schema.isObject() || depth > DEEPEST || !budget.step()) {
      return;
    }
    if (schema.path("$ref").isTextual()) {
      gather(references.target(schema.path("$ref").textValue()), references, budget, depth + 1);
    }
    for (JsonNode part : schema.path("allOf")) {
      gather(part, references, budget, depth + 1);
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.path(choice).isArray() && !schema.path(choice).isEmpty()) {
        choices.add(schema.get(choice));
      }
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      fold(keyword.getKey(), keyword.getValue());
    }
  }

  private void fold(String name, JsonNode value) {
    switch (name) {
      case "$ref", "allOf", "anyOf", "oneOf" -> {}
      case "const" -> fold("enum", JSON.arrayNode().add(value));
      default -> keywords.set(name, keywords.has(name) ? both(name, value) : value);
    }
  }

  private JsonNode both(String name, JsonNode value) {
    JsonNode here = keywords.get(name);
    return switch (name) {
      case "type" -> commonTypes(here, value);
      case "enum" -> common(here, value);
      case "required" -> union(here, value);
      case "properties", "patternProperties" -> eachBoth(here, value);
      case "items", "additionalProperties", "contains", "propertyNames" -> both(here, value);
      case "not" -> JSON.objectNode().set("anyOf", JSON.arrayNode().add(here).add(value));
      case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" ->
          stricter(here, value, 1);
      case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" ->
          stricter(here, value, -1);
      case "multipleOf" -> multiple(here, value);
      case "uniqueItems" -> BooleanNode.valueOf(here.booleanValue() || value.booleanValue());
      default -> here;
    };
  }

  private static JsonNode both(JsonNode one, JsonNode other) {
    if (one.isBoolean()) {
      return one.booleanValue() ? other : one;
    }
    if (other.isBoolean()) {
      return other.booleanValue() ? one : other;
    }
    return JSON.objectNode().set("allOf", JSON.arrayNode().add(one).add(other));
  }

  private static JsonNode eachBoth(JsonNode one, JsonNode other) {
    ObjectNode union = JSON.objectNode();
    one.properties().forEach(each -> union.set(each.getKey(), each.getValue()));
    for (Map.Entry<String, JsonNode> each : other.properties()) {
      JsonNode here = union.get(each.getKey());
      union.set(each.getKey(), here == null ? each.getValue() : both(here, each.getValue()));
    }
    return union;
  }

  private static ArrayNode common(JsonNode one, JsonNode other) {
    Set<JsonNode> others = new HashSet<>();
    other.forEach(each -> others.add(Decimals.plain(each)));
    ArrayNode common = JSON.arrayNode();
    for (JsonNode each : one) {
      if (others.contains(Decimals.plain(each))) {
        common.add(each);
      }
    }
    return common;
  }

  private static JsonNode commonTypes(JsonNode one, JsonNode other) {
    Set<String> others = new LinkedHashSet<>(names(other));
    ArrayNode types = JSON.arrayNode();
    for (String type : new LinkedHashSet<>(names(one))) {
      if (others.contains(type)) {
        types.add(type);
      } else if ((type.equals("integer") && others.contains("number"))
          || (type.equals("number") && others.contains("integer"))) {
        types.add("integer");
      }
    }
    return types.isEmpty() ? one : types;
  }

  private static ArrayNode union(JsonNode one, JsonNode other) {
    Set<String> names = new LinkedHashSet<>(names(one));
    names.addAll(names(other));
    ArrayNode union = JSON.arrayNode();
    names.forEach(union::add);
    return union;
  }

  /** The larger of two numbers, or the smaller when {@code sign} is -1. */
  private static JsonNode stricter(JsonNode one, JsonNode other, int sign) {
    Optional<BigDecimal> here = Decimals.of(one);
    Optional<BigDecimal> there = Decimals.of(other);
    boolean stays =
        there.isEmpty() || (here.isPresent() && here.get().compareTo(there.get()) * sign >= 0);
    return stays ? one : other;
  }

  /** A number both go into, when it is easily found. */
  private static JsonNode multiple(JsonNode one, JsonNode other) {
    Optional<BigDecimal> here = Decimals.of(one).filter(step -> step.signum() > 0);
    Optional<BigDecimal> there = Decimals.of(other).filter(step -> step.signum() > 0);
    if (here.isEmpty() || there.isEmpty()) {
      return here.isEmpty() ? other : one;
    }
    return Decimals.node(Decimals.commonMultiple(here.get(), there.get()));
  }

  /** A name, or a list of names. */
  static List<String> names(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    List<String> names = new ArrayList<>();
    node.forEach(name -> names.add(name.asText()));
    return names;
  }
}
