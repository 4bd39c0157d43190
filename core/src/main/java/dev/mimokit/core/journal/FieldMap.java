package dev.mimokit.core.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one flat JSON object: strings, numbers and booleans as text, arrays of strings. */
record FieldMap(Map<String, String> scalars, Map<String, List<String>> arrays) {

  static FieldMap parse(JsonFactory json, String line) throws IOException {
    FieldMap fields = new FieldMap(new HashMap<>(), new HashMap<>());
    try (JsonParser parser = json.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("expected a JSON object");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        fields.readField(parser);
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("expected nothing after the JSON object");
      }
    }
    return fields;
  }

  private void readField(JsonParser parser) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (value == JsonToken.START_ARRAY) {
      List<String> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(item(name, parser));
      }
      arrays.put(name, items);
    } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      scalars.put(name, parser.getText());
    } else {
      throw new IllegalArgumentException(
          name + " must be a string, a number, a boolean or an array of strings");
    }
  }

  private static String item(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException(name + " must be an array of strings");
    }
    return parser.getText();
  }

  String text(String name) {
    String value = scalars.get(name);
    if (value == null) {
      throw new IllegalArgumentException("journal line has no " + name);
    }
    return value;
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(scalars.get(name));
  }

  List<String> list(String name) {
    return arrays.getOrDefault(name, List.of());
  }

  boolean flag(String name) {
    String value = text(name);
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(name + " must be true or false: " + value);
    }
    return value.equals("true");
  }

  int count(String name) {
    long value = number(name);
    if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " must fit 32 bits: " + value);
    }
    return (int) value;
  }

  long number(String name) {
    String value = text(name);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number: " + value, e);
    }
  }
}
