package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up an object for {@code response_format: json_object}. The prompt says what is in it: a
 * JSON schema, an example object, or the names of keys, looked for in this order; without any of
 * them it is a small answer. The same prompt and seed always give the same object. Thread-safe.
 */
public final class JsonObjectSample {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LOOKED_AT = 20_000;
  private static final int MOST_KEYS = 32;
  private static final int DEEPEST_EXAMPLE = 12;

  private static final String NOUN = "(?:keys?|fields?|properties|property|attributes?|键|字段|属性)";
  private static final String NAME = "[\"'`“]?[\\p{L}_][\\p{L}\\d_-]{0,60}[\"'`”]?";
  private static final String GLUE =
      "(?:\\s*(?:,\\s*(?:and|or)\\b|,|、|，|;|\\band\\b|\\bor\\b|&|和|与|及)\\s*)";
  private static final String LIST = "(" + NAME + "(?:" + GLUE + NAME + "){0,40})";

  /** keys name and age; the fields are: "a", "b"; 字段 name、age. */
  private static final Pattern NAMED_BEHIND =
      Pattern.compile(
          "(?iu)"
              + NOUN
              + "\\s*(?:named|called|are|is|as follows|of|包括|包含|有|为|是)?\\s*[:：]?\\s*"
              + LIST);

  /** with name, age and city fields. */
  private static final Pattern NAMED_BEFORE =
      Pattern.compile(
          "(?iu)(?:with|containing|has|have|having|include|including|the)\\s+(?:an?\\s+|the\\s+)?"
              + LIST
              + "\\s+"
              + NOUN);

  private static final Pattern ONE_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_-]{0,60}");
  private static final Set<String> NO_NAMES =
      Set.of("and", "or", "the", "a", "an", "in", "of", "with", "that", "for", "only", "json");

  private JsonObjectSample() {}

  /** The object; at most 32 keys are taken from names in the prompt. */
  public static ObjectNode of(String prompt, long seed) {
    String start = prompt.length() > LOOKED_AT ? prompt.substring(0, LOOKED_AT) : prompt;
    Optional<InlineJson> inline = InlineJson.in(start);
    String said = inline.map(json -> json.without(start)).orElse(start);
    JsonNode schema =
        inline.map(json -> asSchema(json.object())).orElseGet(() -> schemaOf(names(start)));
    JsonNode made = schema.isEmpty() ? schema : SchemaSample.of(schema, seed, said);
    return made instanceof ObjectNode object && !object.isEmpty() ? object : answer(seed, said);
  }

  private static ObjectNode answer(long seed, String prompt) {
    SplittableRandom random = new SplittableRandom(seed + prompt.hashCode());
    return JSON.objectNode().put("answer", Words.sentence(random)).put("topic", Words.one(random));
  }

  private static JsonNode asSchema(ObjectNode object) {
    boolean isSchema =
        object.path("properties").isObject()
            && (object.path("type").asText().equals("object") || object.has("$schema"));
    return isSchema ? object : shape(object, "", 0);
  }

  /** The schema of values like an example. */
  private static ObjectNode shape(JsonNode example, String name, int depth) {
    ObjectNode schema = JSON.objectNode();
    if (depth > DEEPEST_EXAMPLE) {
      return schema.put("type", "null");
    }
    switch (example.getNodeType()) {
      case OBJECT -> {
        for (Map.Entry<String, JsonNode> member : example.properties()) {
          schema
              .withObject("/properties")
              .set(member.getKey(), shape(member.getValue(), member.getKey(), depth + 1));
          schema.withArray("required").add(member.getKey());
        }
        return schema.put("type", "object");
      }
      case ARRAY -> {
        JsonNode item = example.isEmpty() ? guess("") : shape(example.get(0), name, depth + 1);
        schema.set("items", item);
        return schema.put("type", "array").put("minItems", 1);
      }
      case NUMBER -> {
        return schema.put("type", example.isIntegralNumber() ? "integer" : "number");
      }
      case BOOLEAN -> {
        return schema.put("type", "boolean");
      }
      default -> {
        return placeholder(example.asText(), name);
      }
    }
  }

  /** Examples often hold the name of a type, or the values there are: {@code "low|high"}. */
  private static ObjectNode placeholder(String text, String name) {
    String word = text.replaceAll("[<>\\[\\]{}. ]", "");
    ObjectNode schema = JSON.objectNode();
    switch (word) {
      case "int", "integer" -> {
        return schema.put("type", "integer");
      }
      case "number", "float" -> {
        return schema.put("type", "number");
      }
      case "bool", "boolean", "true|false" -> {
        return schema.put("type", "boolean");
      }
      default -> {
        if (word.matches("[\\p{L}\\d_-]{1,40}(?:[|][\\p{L}\\d_-]{1,40}){1,20}")) {
          List.of(word.split("[|]", -1)).forEach(each -> schema.withArray("enum").add(each));
          return schema;
        }
        return name.isEmpty() ? schema.put("type", "string") : text(schema);
      }
    }
  }

  private static ObjectNode text(ObjectNode schema) {
    return schema.put("type", "string").put("minLength", 1);
  }

  private static List<String> names(String prompt) {
    for (Pattern pattern : List.of(NAMED_BEFORE, NAMED_BEHIND)) {
      Matcher found = pattern.matcher(prompt);
      while (found.find()) {
        List<String> names = split(found.group(1));
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  private static List<String> split(String list) {
    Set<String> names = new LinkedHashSet<>();
    for (String part : list.split(GLUE, -1)) {
      Matcher name = ONE_NAME.matcher(part);
      if (name.find() && !NO_NAMES.contains(name.group()) && names.size() < MOST_KEYS) {
        names.add(name.group());
      }
    }
    return new ArrayList<>(names);
  }

  private static ObjectNode schemaOf(List<String> names) {
    ObjectNode schema = JSON.objectNode();
    for (String name : names) {
      schema.put("type", "object").withObject("/properties").set(name, guess(name));
      schema.withArray("required").add(name);
    }
    return schema;
  }

  /** What a value of this name usually is. */
  private static ObjectNode guess(String name) {
    PropertyName words = PropertyName.of(name);
    ObjectNode schema = JSON.objectNode();
    if (words.hasAny("age year count quantity number total rank population 年龄 数量")) {
      return schema.put("type", "integer");
    }
    if (words.hasAny("price amount cost score rating confidence temperature weight height 价格")) {
      return schema.put("type", "number");
    }
    if (words.begins("is has can should") || words.hasAny("enabled valid active available")) {
      return schema.put("type", "boolean");
    }
    if (words.hasAny("tags items list keywords colors hobbies steps ingredients names cities")) {
      schema.set("items", JSON.objectNode().put("type", "string"));
      return schema.put("type", "array").put("minItems", 1);
    }
    return text(schema);
  }
}
