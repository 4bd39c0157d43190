package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** One attempt at a value. Walks down the schema; every branch it takes is checked once made. */
final class Sampler {

  /** How much of what a schema leaves open is filled in. */
  enum Extent {
    USUAL,
    LEAST,
    ALL
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** From this depth on only what must be is made, and the plainest of it. */
  private static final int PLAIN_DEPTH = 4;

  /** A value that must be deeper than this is cut to null. */
  private static final int DEEPEST = 24;

  /** Of a longer enumeration only the first are drawn from. */
  private static final int MOST_LISTED = 1_000;

  /** Choices inside of choices, for one value. */
  private static final int MOST_CHOICES = 16;

  private static final int TRIES_FOR_NEW_ITEM = 8;
  private static final int MOST_FROM_PROMPT = 8;

  /** Where a value stands, and how many choices were made for it. */
  private record Place(int depth, int choices) {
    Place chosen() {
      return new Place(depth, choices + 1);
    }
  }

  private final References references;
  private final Budget budget;
  private final Fit fit;
  private final Prompt prompt;
  private final SplittableRandom random;
  private final Extent extent;

  Sampler(References references, Budget budget, Prompt prompt, long seed, Extent extent) {
    this.references = references;
    this.budget = budget;
    this.fit = new Fit(references, budget);
    this.prompt = prompt;
    this.random = new SplittableRandom(seed);
    this.extent = extent;
  }

  /**
   * A value for a schema.
   *
   * @param name of the property that it is for; empty when it is for none
   */
  JsonNode value(JsonNode schema, String name, int depth) {
    if (depth > DEEPEST || !budget.hasSteps()) {
      return cut();
    }
    return settled(Flat.of(schema, references, budget), schema, name, new Place(depth, 0));
  }

  /** Tries the branches of the first choice until the value fits the whole schema. */
  private JsonNode settled(Flat flat, JsonNode schema, String name, Place place) {
    if (flat.choices().isEmpty() || place.choices() == MOST_CHOICES || !budget.hasSteps()) {
      return plain(flat.keywords(), name, place.depth());
    }
    Budget.Left before = budget.left();
    JsonNode made = NullNode.instance;
    for (JsonNode branch : ordered(flat.choices().get(0), place.depth())) {
      budget.restore(before);
      made = settled(flat.choose(branch, references, budget), schema, name, place.chosen());
      if (fit.of(schema, made)) {
        return made;
      }
    }
    return made;
  }

  /** Branches from a random one on; null last, or first when plain ones are wanted. */
  private List<JsonNode> ordered(JsonNode branches, int depth) {
    List<JsonNode> others = new ArrayList<>();
    List<JsonNode> plain = new ArrayList<>();
    int first = random.nextInt(branches.size());
    for (int i = 0; i < branches.size(); i++) {
      JsonNode branch = branches.get((first + i) % branches.size());
      (isPlain(branch, depth) ? plain : others).add(branch);
    }
    List<JsonNode> ordered = new ArrayList<>(depth < PLAIN_DEPTH ? others : plain);
    ordered.addAll(depth < PLAIN_DEPTH ? plain : others);
    return ordered;
  }

  private static boolean isPlain(JsonNode branch, int depth) {
    String type = branch.path("type").asText("");
    return type.equals("null")
        || (depth >= PLAIN_DEPTH
            && (branch.has("enum")
                || branch.has("const")
                || (!isContainer(type) && !type.isEmpty())));
  }

  private static boolean isContainer(String type) {
    return type.equals("object") || type.equals("array");
  }

  private JsonNode plain(ObjectNode keywords, String name, int depth) {
    if (keywords.path("enum").isArray()) {
      return counted(listed(keywords));
    }
    return switch (type(keywords, depth)) {
      case "object" -> object(keywords, depth);
      case "array" -> array(keywords, name, depth);
      case "integer" -> counted(given(keywords, () -> number(keywords, name, true)));
      case "number" -> counted(given(keywords, () -> number(keywords, name, false)));
      case "boolean" -> counted(given(keywords, () -> truth(name)));
      case "null" -> counted(NullNode.instance);
      default -> counted(given(keywords, () -> text(keywords, name)));
    };
  }

  private JsonNode counted(JsonNode value) {
    return budget.takeTree(value) ? value : cut();
  }

  /** What stands where no more can be made. */
  private JsonNode cut() {
    budget.take(0);
    return NullNode.instance;
  }

  /** One of the list: what the prompt mentions, the default, or any that fits. */
  private JsonNode listed(ObjectNode keywords) {
    ObjectNode others = JSON.objectNode();
    others.setAll(keywords);
    others.remove("enum");
    List<JsonNode> fitting = new ArrayList<>();
    for (JsonNode each : keywords.get("enum")) {
      if (fitting.size() < MOST_LISTED && budget.hasSteps() && fit.of(others, each)) {
        fitting.add(each);
      }
    }
    for (JsonNode each : fitting) {
      if (each.isTextual() && prompt.mentions(each.textValue().replace('_', ' '))) {
        return each;
      }
    }
    if (keywords.has("default") && fitting.contains(keywords.get("default"))) {
      return keywords.get("default");
    }
    return fitting.isEmpty() ? NullNode.instance : Words.draw(fitting, random);
  }

  private interface Maker {
    JsonNode make();
  }

  /** An example or the default of the schema itself, unless the prompt is likely to say better. */
  private JsonNode given(ObjectNode keywords, Maker maker) {
    List<JsonNode> given = new ArrayList<>();
    keywords.path("examples").forEach(given::add);
    if (keywords.has("default")) {
      given.add(keywords.get("default"));
    }
    given.removeIf(each -> each.isNull() || !fit.of(keywords, each));
    boolean promptSays = prompt.quotesLeft() + prompt.numbersLeft() > 0;
    return given.isEmpty() || promptSays ? maker.make() : given.get(0);
  }

  private JsonNode number(ObjectNode keywords, String name, boolean whole) {
    return new Numbers(prompt, random, extent == Extent.USUAL).number(keywords, name, whole);
  }

  private JsonNode text(ObjectNode keywords, String name) {
    return TextNode.valueOf(new Texts(prompt, random).text(keywords, name));
  }

  private JsonNode truth(String name) {
    String said = prompt.after(name).orElse("");
    return BooleanNode.valueOf(
        said.equals("true") || (!said.equals("false") && random.nextBoolean()));
  }

  private String type(ObjectNode keywords, int depth) {
    List<String> types = new ArrayList<>(Flat.names(keywords.path("type")));
    if (types.isEmpty()) {
      return impliedType(keywords);
    }
    if (types.size() > 1 && (extent == Extent.USUAL && depth < PLAIN_DEPTH)) {
      types.remove("null");
    }
    if (depth >= PLAIN_DEPTH) {
      return types.stream()
          .filter(type -> !isContainer(type))
          .findFirst()
          .orElseGet(() -> types.get(0));
    }
    return Words.draw(types, random);
  }

  private static String impliedType(ObjectNode keywords) {
    if (keywords.has("properties") || keywords.has("required") || keywords.has("minProperties")) {
      return "object";
    }
    if (keywords.has("items") || keywords.has("prefixItems") || keywords.has("minItems")) {
      return "array";
    }
    if (keywords.has("minimum") || keywords.has("maximum") || keywords.has("multipleOf")) {
      return "number";
    }
    return "string";
  }

  private JsonNode object(ObjectNode keywords, int depth) {
    ObjectNode object = JSON.objectNode();
    if (!budget.take(0)) {
      return NullNode.instance;
    }
    MemberSchemas schemas = new MemberSchemas(keywords);
    for (String name : names(keywords, depth)) {
      if (budget.take(name.length())) {
        object.set(name, member(schemas.of(name), name, depth));
      }
    }
    addMore(keywords, schemas, object, depth);
    return object;
  }

  private JsonNode member(List<JsonNode> schemas, String name, int depth) {
    JsonNode schema =
        switch (schemas.size()) {
          case 0 -> BooleanNode.TRUE;
          case 1 -> schemas.get(0);
          default -> JSON.objectNode().set("allOf", JSON.arrayNode().addAll(schemas));
        };
    return value(schema, name, depth + 1);
  }

  /** The members to make, in the order of the schema. */
  private Set<String> names(ObjectNode keywords, int depth) {
    Set<String> required = new LinkedHashSet<>(Flat.names(keywords.path("required")));
    Set<String> names = new LinkedHashSet<>();
    int most = Decimals.size(keywords.path("maxProperties"), Integer.MAX_VALUE);
    int least = Decimals.size(keywords.path("minProperties"), 0);
    int open = most - required.size();
    for (Map.Entry<String, JsonNode> property : keywords.path("properties").properties()) {
      String name = property.getKey();
      boolean optional = !required.contains(name);
      boolean needed = required.size() + names.size() < least && optional;
      if (!optional) {
        names.add(name);
      } else if (open > 0 && (needed || isWanted(name, property.getValue(), depth))) {
        names.add(name);
        open--;
      }
    }
    names.addAll(required);
    for (String name : List.copyOf(names)) {
      names.addAll(Flat.names(keywords.path("dependentRequired").path(name)));
    }
    return names;
  }

  /** Whether a member that may be left out is made: if the prompt speaks of it, or by chance. */
  private boolean isWanted(String name, JsonNode schema, int depth) {
    if (depth >= PLAIN_DEPTH || extent == Extent.LEAST || schema.isBoolean()) {
      return extent == Extent.ALL && depth < PLAIN_DEPTH && schema.asBoolean();
    }
    if (extent == Extent.ALL || prompt.after(name).isPresent() || isOfferedNumber(schema)) {
      return true;
    }
    for (JsonNode each : schema.path("enum")) {
      if (each.isTextual() && prompt.mentions(each.textValue().replace('_', ' '))) {
        return true;
      }
    }
    return random.nextInt(3) == 0;
  }

  private boolean isOfferedNumber(JsonNode schema) {
    return prompt.numbersLeft() > 0
        && List.of("integer", "number").contains(schema.path("type").asText(""));
  }

  /** Members of a map, or as many as there must be. */
  private void addMore(ObjectNode keywords, MemberSchemas schemas, ObjectNode object, int depth) {
    boolean isMap =
        !keywords.has("properties")
            && keywords.path("additionalProperties").isObject()
            && depth < PLAIN_DEPTH
            && extent != Extent.LEAST;
    int most = Decimals.size(keywords.path("maxProperties"), Integer.MAX_VALUE);
    int wanted = Math.max(Decimals.size(keywords.path("minProperties"), 0), isMap ? 2 : 0);
    int tries = 0;
    while (object.size() < Math.min(wanted, most) && tries++ < 2 * wanted + 4) {
      String drawn = newName(keywords);
      String name = object.has(drawn) ? drawn + Words.one(random) : drawn;
      List<JsonNode> held = schemas.of(name);
      boolean allowed = held.stream().allMatch(each -> !each.isBoolean() || each.booleanValue());
      if (!allowed || object.has(name)) {
        continue;
      }
      if (!budget.step() || !budget.take(name.length())) {
        return;
      }
      object.set(name, member(held, name, depth));
    }
  }

  private String newName(ObjectNode keywords) {
    JsonNode named = keywords.path("propertyNames");
    if (named.isObject()) {
      JsonNode name = plain(Flat.of(named, references, budget).keywords(), "", DEEPEST);
      return name.asText("");
    }
    var patterns = keywords.path("patternProperties").fieldNames();
    return patterns.hasNext()
        ? PatternText.of(patterns.next(), 1 + random.nextInt(3), random)
            .orElseGet(() -> Words.one(random))
        : Words.one(random) + (random.nextInt(4) == 0 ? "_" + random.nextInt(1000) : "");
  }

  private JsonNode array(ObjectNode keywords, String name, int depth) {
    ArrayNode array = JSON.arrayNode();
    if (!budget.take(0)) {
      return NullNode.instance;
    }
    ItemSchemas items = ItemSchemas.of(keywords);
    int wanted = length(keywords, items, depth);
    for (int i = 0; i < wanted && budget.step() && budget.left().values() > 0; i++) {
      boolean mustContain = i == items.first().size() && keywords.has("contains");
      addItem(
          mustContain ? containing(keywords, items.at(i)) : items.at(i),
          keywords,
          array,
          name,
          depth);
    }
    return array;
  }

  private static JsonNode containing(ObjectNode keywords, JsonNode item) {
    return JSON.objectNode().set("allOf", JSON.arrayNode().add(item).add(keywords.get("contains")));
  }

  private void addItem(
      JsonNode schema, ObjectNode keywords, ArrayNode array, String name, int depth) {
    boolean unique = keywords.path("uniqueItems").booleanValue();
    for (int i = 0; i < (unique ? TRIES_FOR_NEW_ITEM : 1); i++) {
      Budget.Left before = budget.left();
      JsonNode item = value(schema, singular(name), depth + 1);
      if (!unique || !isAmong(array, item)) {
        array.add(item);
        return;
      }
      budget.restore(before);
    }
  }

  private static boolean isAmong(ArrayNode array, JsonNode item) {
    for (JsonNode each : array) {
      if (Fit.same(each, item)) {
        return true;
      }
    }
    return false;
  }

  /** Items in the plural are made one by one in the singular. */
  private static String singular(String name) {
    return name.length() > 2 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private int length(ObjectNode keywords, ItemSchemas items, int depth) {
    int least = Decimals.size(keywords.path("minItems"), 0);
    least = Math.max(least, keywords.has("contains") ? items.first().size() + 1 : 0);
    int most = Decimals.size(keywords.path("maxItems"), Integer.MAX_VALUE);
    if (items.isClosed()) {
      most = Math.min(most, items.first().size());
    }
    int usual = Math.max(items.first().size(), usualLength(items.rest()));
    int wanted = depth >= PLAIN_DEPTH || extent == Extent.LEAST ? least : Math.max(least, usual);
    return Math.min(wanted, most);
  }

  /** As many as the prompt has to offer, else one to three. */
  private int usualLength(JsonNode item) {
    String type = item.path("type").asText("");
    int offered =
        switch (type) {
          case "string" -> prompt.quotesLeft();
          case "number", "integer" -> prompt.numbersLeft();
          default -> 0;
        };
    return offered > 1 ? Math.min(offered, MOST_FROM_PROMPT) : 1 + random.nextInt(3);
  }
}
