package dev.mimokit.load.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one JSON object, each read by name and type. What nobody has read when {@link
 * #close} is called is unknown and refused. Not thread-safe.
 */
final class Fields implements AutoCloseable {

  private final String place;
  private final JsonNode object;
  private final Set<String> read = new HashSet<>();

  /** Reads {@code object}; {@code place} begins every complaint. */
  Fields(String place, JsonNode object) {
    this.place = place;
    this.object = object;
    if (!object.isObject()) {
      throw new CaseFormatException(place + " must be an object: " + object);
    }
  }

  String text(String name) {
    return typed(name, "a text", JsonNode::isTextual).textValue();
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  long number(String name) {
    return typed(name, "a whole number", JsonNode::canConvertToExactIntegral).longValue();
  }

  int count(String name) {
    return (int) typed(name, "a whole number", JsonNode::canConvertToInt).longValue();
  }

  int count(String name, int otherwise) {
    return has(name) ? count(name) : otherwise;
  }

  boolean flag(String name) {
    return has(name) && typed(name, "true or false", JsonNode::isBoolean).booleanValue();
  }

  /** The object of that name, read by {@code reader} and then closed. */
  <T> T object(String name, Function<Fields, T> reader) {
    return read(name, typed(name, "an object", JsonNode::isObject), reader);
  }

  <T> Optional<T> optional(String name, Function<Fields, T> reader) {
    return has(name) ? Optional.of(object(name, reader)) : Optional.empty();
  }

  /** The objects in the array of that name. */
  <T> List<T> objects(String name, Function<Fields, T> reader) {
    return objects(name, typed(name, "an array", JsonNode::isArray), reader);
  }

  /** The objects in the arrays in the array of that name. */
  <T> List<List<T>> objectLists(String name, Function<Fields, T> reader) {
    List<List<T>> lists = new ArrayList<>();
    for (JsonNode inner : typed(name, "an array", JsonNode::isArray)) {
      lists.add(objects(name + "[" + lists.size() + "]", inner, reader));
    }
    return lists;
  }

  private <T> List<T> objects(String name, JsonNode array, Function<Fields, T> reader) {
    if (!array.isArray()) {
      throw wrong(name, "an array", array);
    }
    List<T> values = new ArrayList<>();
    for (JsonNode element : array) {
      values.add(read(name + "[" + values.size() + "]", element, reader));
    }
    return values;
  }

  private <T> T read(String name, JsonNode node, Function<Fields, T> reader) {
    try (Fields fields = new Fields(place + "." + name, node)) {
      return reader.apply(fields);
    }
  }

  /** The same object under a better name, read by {@code reader}. */
  <T> T named(String name, Function<Fields, T> reader) {
    String file = place.substring(0, place.indexOf(".json") + ".json".length());
    T value;
    try (Fields fields = new Fields(file + " " + name, object)) {
      value = reader.apply(fields);
    }
    object.fieldNames().forEachRemaining(read::add);
    return value;
  }

  /** The object of that name as lists of texts; empty when there is none. */
  Map<String, List<String>> texts(String name) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    if (has(name)) {
      JsonNode named = typed(name, "an object of lists of texts", JsonNode::isObject);
      named.properties().forEach(field -> texts.put(field.getKey(), texts(name, field.getValue())));
    }
    return texts;
  }

  /** The texts in the array of that name. */
  List<String> list(String name) {
    return texts(name, typed(name, "an array of texts", JsonNode::isArray));
  }

  private List<String> texts(String name, JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      if (!text.isTextual()) {
        throw wrong(name, "a list of texts", text);
      }
      texts.add(text.textValue());
    }
    if (texts.isEmpty()) {
      throw wrong(name, "a list of texts", list);
    }
    return texts;
  }

  boolean has(String name) {
    return object.has(name);
  }

  private JsonNode typed(String name, String type, Function<JsonNode, Boolean> test) {
    read.add(name);
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      throw new CaseFormatException(place + "." + name + " is missing: expected " + type);
    }
    if (!test.apply(value)) {
      throw wrong(name, type, value);
    }
    return value;
  }

  private CaseFormatException wrong(String name, String type, JsonNode value) {
    return new CaseFormatException(place + "." + name + " must be " + type + ": " + value);
  }

  /** Makes of a value a thing whose own complaint is told with place and field. */
  <V, T> T made(String name, V value, Function<V, T> maker) {
    try {
      return maker.apply(value);
    } catch (CaseFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new CaseFormatException(place + "." + name + ": " + e.getMessage());
    }
  }

  /** Refuses fields that nobody asked for. */
  @Override
  public void close() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name)) {
                throw new CaseFormatException(place + "." + name + " is not a known field");
              }
            });
  }
}
