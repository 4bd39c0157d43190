package dev.mimokit.server.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A JSON object and where it stands; wrong names and types are refused by that place. */
record AdminBody(String path, JsonNode node) {

  private static final ObjectReader READER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  /** Reads a request's body; an empty one is an empty object. */
  static AdminBody read(byte[] bytes) {
    try {
      return of("body", READER.readTree(bytes.length == 0 ? new byte[] {'{', '}'} : bytes));
    } catch (JsonProcessingException e) {
      throw AdminException.bad("body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw AdminException.bad("body is not JSON: " + e.getMessage());
    }
  }

  private static AdminBody of(String path, JsonNode node) {
    if (!node.isObject()) {
      throw AdminException.bad(path + " must be a JSON object");
    }
    return new AdminBody(path, node);
  }

  AdminBody only(String... known) {
    Set<String> names = Set.of(known);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw AdminException.bad(
                    at(name) + " is unknown, expected one of " + String.join(", ", known));
              }
            });
    return this;
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> AdminException.bad(at(name) + " is missing"));
  }

  Optional<String> optionalText(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw AdminException.bad(at(name) + " must be a text");
    }
    return Optional.of(value.textValue());
  }

  OptionalLong whole(String name, long min, long max) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    if (!fits || value.longValue() < min || value.longValue() > max) {
      throw AdminException.bad(at(name) + " must be a whole number within " + min + ".." + max);
    }
    return OptionalLong.of(value.longValue());
  }

  boolean flag(String name, boolean absent) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    if (!value.isBoolean()) {
      throw AdminException.bad(at(name) + " must be true or false");
    }
    return value.booleanValue();
  }

  /** The names of an object, each with its texts: one text, or a list of them. */
  Map<String, List<String>> texts(String name) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    object(name).ifPresent(o -> o.names().forEach(key -> texts.put(key, o.textsOf(key))));
    return texts;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private List<String> textsOf(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      return List.of(text(name));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isTextual()) {
        throw AdminException.bad(at(name) + " must hold texts");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  Optional<AdminBody> object(String name) {
    return has(name) ? Optional.of(of(at(name), node.path(name))) : Optional.empty();
  }

  List<AdminBody> objects(String name) {
    return objects(at(name), node.path(name));
  }

  List<List<AdminBody>> listsOfObjects(String name) {
    List<List<AdminBody>> lists = new ArrayList<>();
    for (JsonNode item : array(at(name), node.path(name))) {
      lists.add(objects(at(name) + "[" + lists.size() + "]", item));
    }
    return lists;
  }

  private static List<AdminBody> objects(String path, JsonNode value) {
    List<AdminBody> objects = new ArrayList<>();
    for (JsonNode item : array(path, value)) {
      objects.add(of(path + "[" + objects.size() + "]", item));
    }
    return objects;
  }

  private static JsonNode array(String path, JsonNode value) {
    if (!value.isArray()) {
      throw AdminException.bad(path + " must be a list");
    }
    return value;
  }

  private String at(String name) {
    return path.equals("body") ? "'" + name + "'" : "'" + path.replace("'", "") + "." + name + "'";
  }
}
