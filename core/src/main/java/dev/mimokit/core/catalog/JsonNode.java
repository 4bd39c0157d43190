package dev.mimokit.core.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * An object of the resource and the path to it, so that a wrong value is refused by its place:
 * {@code 2026-05-22.json/models[3]/limits: 'context' is missing}.
 */
record JsonNode(String path, Map<String, Object> fields) {

  /** Reads the object the parser stands before. */
  static JsonNode read(String path, JsonParser parser) throws IOException {
    parser.nextToken();
    return new JsonNode(path, object(path, value(parser)));
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> fields = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, value(parser));
      }
      return fields;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
      return items;
    }
    if (token.isNumeric()) {
      return parser.getNumberValue();
    }
    return token.isBoolean() ? (Object) parser.getBooleanValue() : parser.getText();
  }

  String text(String name) {
    return as(String.class, name, "a text");
  }

  Optional<String> optionalText(String name) {
    return fields.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  boolean flag(String name) {
    return as(Boolean.class, name, "true or false");
  }

  long whole(String name) {
    Number number = as(Number.class, name, "a whole number");
    if (number.longValue() != number.doubleValue()) {
      throw refused(name, "a whole number");
    }
    return number.longValue();
  }

  double decimal(String name) {
    return as(Number.class, name, "a number").doubleValue();
  }

  OptionalDouble optionalDecimal(String name) {
    return fields.containsKey(name) ? OptionalDouble.of(decimal(name)) : OptionalDouble.empty();
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return constant(name, text(name), type);
  }

  <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
    return texts(name).stream().map(text -> constant(name, text, type)).toList();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof String text)) {
        throw refused(name, "texts only");
      }
      texts.add(text);
    }
    return texts;
  }

  <T> T object(String name, Function<JsonNode, T> reader) {
    String at = path + "/" + name;
    return reader.apply(new JsonNode(at, object(at, as(Object.class, name, "an object"))));
  }

  <T> Optional<T> optionalObject(String name, Function<JsonNode, T> reader) {
    return fields.containsKey(name) ? Optional.of(object(name, reader)) : Optional.empty();
  }

  <T> List<T> objects(String name, Function<JsonNode, T> reader) {
    List<T> objects = new ArrayList<>();
    for (Object item : items(name)) {
      String at = path + "/" + name + "[" + objects.size() + "]";
      objects.add(reader.apply(new JsonNode(at, object(at, item))));
    }
    return objects;
  }

  private List<?> items(String name) {
    return as(List.class, name, "a list");
  }

  private <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      throw refused(name, "one of " + List.of(type.getEnumConstants()));
    }
  }

  private <T> T as(Class<T> type, String name, String expected) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(path + ": '" + name + "' is missing");
    }
    if (!type.isInstance(value)) {
      throw refused(name, expected);
    }
    return type.cast(value);
  }

  private IllegalArgumentException refused(String name, String expected) {
    return new IllegalArgumentException(
        path + ": '" + name + "' must be " + expected + ": " + fields.get(name));
  }

  private static Map<String, Object> object(String path, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(path + " must be an object: " + value);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((name, item) -> fields.put(String.valueOf(name), item));
    return fields;
  }
}
