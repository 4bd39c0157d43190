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
    }
    return fields;
  }

  private void readField(JsonParser parser) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (value == JsonToken.START_ARRAY) {
      List<String> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(parser.getText());
      }
      arrays.put(name, items);
    } else if (value.isScalarValue()) {
      scalars.put(name, parser.getText());
    } else {
      throw new IllegalArgumentException("expected a flat JSON object, found one in " + name);
    }
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

  long number(String name) {
    String value = text(name);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number: " + value, e);
    }
  }
}
