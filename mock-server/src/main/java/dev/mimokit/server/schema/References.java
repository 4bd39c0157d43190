package dev.mimokit.server.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Finds what {@code $ref} points to inside one document; elsewhere is nowhere: anything fits. */
record References(JsonNode root) {

  JsonNode target(String reference) {
    if (reference.equals("#")) {
      return root;
    }
    if (!reference.startsWith("#/")) {
      return BooleanNode.TRUE;
    }
    JsonNode target = root.at(JsonPointer.compile(decoded(reference.substring(1))));
    return target.isMissingNode() ? BooleanNode.TRUE : target;
  }

  private static String decoded(String pointer) {
    try {
      return pointer.indexOf('%') < 0
          ? pointer
          : URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return pointer;
    }
  }
}
