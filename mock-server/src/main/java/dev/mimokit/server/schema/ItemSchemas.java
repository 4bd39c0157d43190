package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Which schema holds for an item of an array, by its place.
 *
 * @param first schemas of the first items: {@code prefixItems}, or {@code items} as older drafts
 *     have it
 * @param rest the schema of all others
 */
record ItemSchemas(JsonNode first, JsonNode rest) {

  static ItemSchemas of(JsonNode array) {
    JsonNode items = array.path("items");
    return items.isArray()
        ? new ItemSchemas(items, orAnything(array.path("additionalItems")))
        : new ItemSchemas(array.path("prefixItems"), orAnything(items));
  }

  JsonNode at(int index) {
    return index < first.size() ? first.get(index) : rest;
  }

  /** Whether nothing may follow the first items. */
  boolean isClosed() {
    return rest.isBoolean() && !rest.booleanValue();
  }

  private static JsonNode orAnything(JsonNode schema) {
    return schema instanceof MissingNode ? BooleanNode.TRUE : schema;
  }
}
