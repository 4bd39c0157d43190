package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which schemas hold for a member of an object, by its name. */
record MemberSchemas(JsonNode object) {

  private static final int MOST_PATTERNS = 20;

  /** All that hold; none when anything may stand there. */
  List<JsonNode> of(String name) {
    List<JsonNode> schemas = new ArrayList<>();
    if (object.path("properties").has(name)) {
      schemas.add(object.path("properties").get(name));
    }
    int looked = 0;
    for (Map.Entry<String, JsonNode> each : object.path("patternProperties").properties()) {
      if (++looked > MOST_PATTERNS) {
        break;
      }
      if (Regex.finds(each.getKey(), name).orElse(false)) {
        schemas.add(each.getValue());
      }
    }
    if (schemas.isEmpty() && object.has("additionalProperties")) {
      schemas.add(object.get("additionalProperties"));
    }
    return schemas;
  }
}
