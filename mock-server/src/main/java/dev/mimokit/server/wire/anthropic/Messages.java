package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the messages of a request. A tool's result is a turn of its own, as in other protocols. */
record Messages(MediaInput media, boolean thinking) {

  private static final Set<String> ROLES = Set.of("user", "assistant", "system");

  List<Turn> read(JsonNode messages) throws Incorrect {
    if (messages.isEmpty()) {
      throw new Incorrect("`messages` must not be empty");
    }
    List<Turn> turns = new ArrayList<>(messages.size());
    for (JsonNode message : messages) {
      turns.addAll(turns(message));
    }
    return turns;
  }

  private List<Turn> turns(JsonNode message) throws Incorrect {
    if (!message.isObject()) {
      throw new Incorrect("`messages` must hold objects");
    }
    Fields fields = new Fields(message);
    String role = fields.text("role").orElse("");
    if (!ROLES.contains(role)) {
      throw new Incorrect("`role` must be user, assistant or system");
    }
    Optional<JsonNode> content = fields.find("content");
    if (content.isEmpty()) {
      throw new Incorrect("`content` is not set", ErrorCase.MISSING_FIELD);
    }
    if (content.get().isTextual()) {
      return List.of(new Turn(role, content.get().textValue()));
    }
    if (!content.get().isArray()) {
      throw new Incorrect("`content` must be a string or an array of blocks");
    }
    checkReasoning(content.get());
    return new Blocks(role, media).read(content.get());
  }

  /** OBSERVED on this path too, from 2026-05-12: a call must come back with its thinking. */
  private void checkReasoning(JsonNode blocks) throws Incorrect {
    if (thinking && holds(blocks, "tool_use") && !holds(blocks, "thinking")) {
      throw new Incorrect(PlatformErrors.reasoningMissing());
    }
  }

  private static boolean holds(JsonNode blocks, String type) {
    for (JsonNode block : blocks) {
      if (type.equals(block.path("type").textValue())) {
        return true;
      }
    }
    return false;
  }
}
