package dev.mimokit.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The machine-readable forms: each answer is one object that begins with its schema's version. */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final int SCHEMA_VERSION = 1;

  private Json() {}

  static ObjectNode answer() {
    return MAPPER.createObjectNode().put("schemaVersion", SCHEMA_VERSION);
  }
}
