package dev.mimokit.server.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws schemas that some value fits. */
final class RandomSchema {

  private static final List<String> FORMATS =
      List.of("date", "date-time", "time", "email", "uri", "uuid", "ipv4", "ipv6", "hostname");
  private static final List<String> PATTERNS =
      List.of(
          "^[a-z]+$",
          "^\\\\d{3}-\\\\d{4}$",
          "^(cat|dog)s?$",
          "^[^x]{2,5}$",
          "[A-F0-9]{8}",
          "^v\\\\d+\\\\.\\\\d+\\\\.\\\\d+$",
          "^#[0-9a-fA-F]{6}$",
          "^\\\\S+@\\\\S+$",
          "^\\\\w{3,}$");
  private static final List<String> NAMES =
      List.of("city", "name", "count", "price", "query", "date", "isOpen", "tags", "x_y", "id");

  private final SplittableRandom random;
  private int definitions;
  private final StringBuilder defs = new StringBuilder();

  RandomSchema(long seed) {
    this.random = new SplittableRandom(seed);
  }

  String text() {
    String body = object(0);
    return body.substring(0, body.length() - 1) + ",\"$defs\":{" + defs + "\"none\":{}}}";
  }

  private String any(int depth) {
    int kind = random.nextInt(depth > 3 ? 7 : 13);
    return switch (kind) {
      case 0, 1 -> string();
      case 2 -> integer();
      case 3 -> number();
      case 4 -> "{\"type\":\"boolean\"}";
      case 5 -> draw(List.of("{\"enum\":[\"a\",\"b\",3,null]}", "{\"const\":{\"k\":[1]}}", "{}"));
      case 6 -> draw(List.of("{\"type\":\"null\"}", "{\"type\":[\"string\",\"null\"]}", "true"));
      case 7, 8 -> object(depth + 1);
      case 9 -> array(depth);
      case 10 -> "{\"anyOf\":[" + any(depth + 1) + "," + any(depth + 1) + "]}";
      case 11 -> either(depth);
      default -> reference(depth);
    };
  }

  /** Kinds that exclude each other. */
  private String either(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> "{\"oneOf\":[" + string() + "," + integer() + "," + array(depth) + "]}";
      case 1 ->
          "{\"type\":\"object\",\"oneOf\":[{\"properties\":{\"k\":{\"const\":1},\"v\":"
              + any(depth + 1)
              + "},\"required\":[\"k\",\"v\"]},{\"properties\":{\"k\":{\"const\":2}},\"required\":[\"k\"]}]}";
      default ->
          "{\"allOf\":["
              + object(depth + 1)
              + ",{\"type\":\"object\",\"properties\":{\"extra\":"
              + any(depth + 1)
              + "},\"required\":[\"extra\"]}]}";
    };
  }

  /** A definition that may hold itself, but need not. */
  private String reference(int depth) {
    String name = "d" + definitions++;
    String self = "{\"$ref\":\"#/$defs/" + name + "\"}";
    String held =
        draw(
            List.of(
                "{\"anyOf\":[" + self + ",{\"type\":\"null\"}]}",
                "{\"type\":\"array\",\"items\":" + self + "}"));
    String definition =
        "{\"type\":\"object\",\"properties\":{\"v\":"
            + any(depth + 1)
            + ",\"next\":"
            + held
            + "},\"required\":[\"v\",\"next\"]}";
    defs.append('"').append(name).append("\":").append(definition).append(',');
    return self;
  }

  private String object(int depth) {
    List<String> properties = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(3) == 0) {
        properties.add("\"" + name + "\":" + any(depth + 1));
        if (random.nextBoolean()) {
          required.add("\"" + name + "\"");
        }
      }
    }
    String open = random.nextInt(4) == 0 && depth == 0 ? ",\"additionalProperties\":false" : "";
    return "{\"type\":\"object\",\"properties\":{"
        + String.join(",", properties)
        + "},\"required\":["
        + String.join(",", required)
        + "]"
        + open
        + "}";
  }

  private String array(int depth) {
    int least = random.nextInt(3);
    String bounds =
        ",\"minItems\":" + least + (random.nextBoolean() ? ",\"maxItems\":" + (least + 1) : "");
    String items =
        random.nextInt(3) == 0 ? "{\"type\":\"integer\"},\"uniqueItems\":true" : any(depth + 1);
    return "{\"type\":\"array\",\"items\":" + items + bounds + "}";
  }

  private String string() {
    return switch (random.nextInt(4)) {
      case 0 -> "{\"type\":\"string\",\"format\":\"" + draw(FORMATS) + "\"}";
      case 1 -> "{\"type\":\"string\",\"pattern\":\"" + draw(PATTERNS) + "\"}";
      case 2 -> {
        int least = random.nextInt(30);
        yield "{\"type\":\"string\",\"minLength\":%d,\"maxLength\":%d}"
            .formatted(least, least + random.nextInt(20));
      }
      default -> "{\"type\":\"string\"}";
    };
  }

  private String integer() {
    int low = random.nextInt(-1000, 1000);
    return switch (random.nextInt(4)) {
      case 0 -> "{\"type\":\"integer\",\"minimum\":%d,\"maximum\":%d}".formatted(low, low);
      case 1 ->
          "{\"type\":\"integer\",\"exclusiveMinimum\":%d,\"exclusiveMaximum\":%d}"
              .formatted(low, low + 2);
      case 2 ->
          "{\"type\":\"integer\",\"multipleOf\":%d,\"minimum\":%d}"
              .formatted(1 + random.nextInt(50), low);
      default -> "{\"type\":\"integer\"}";
    };
  }

  private String number() {
    int low = random.nextInt(-1000, 1000);
    return switch (random.nextInt(4)) {
      case 0 -> "{\"type\":\"number\",\"minimum\":%d.25,\"maximum\":%d.5}".formatted(low, low + 1);
      case 1 -> "{\"type\":\"number\",\"exclusiveMaximum\":%d}".formatted(low);
      case 2 -> "{\"type\":\"number\",\"multipleOf\":0.5,\"minimum\":%d}".formatted(low);
      default -> "{\"type\":\"number\"}";
    };
  }

  private <T> T draw(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
