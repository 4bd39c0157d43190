package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the messages of a request. */
record Turns(Parts parts, boolean thinking, boolean nullContentRefused) {

  private static final Set<String> ROLES =
      Set.of("developer", "system", "user", "assistant", "tool");

  List<Turn> read(JsonNode messages) throws Incorrect {
    if (messages.isEmpty()) {
      throw new Incorrect("`messages` must not be empty");
    }
    List<Turn> turns = new ArrayList<>(messages.size());
    for (JsonNode message : messages) {
      turns.add(turn(message));
    }
    return turns;
  }

  private Turn turn(JsonNode message) throws Incorrect {
    if (!message.isObject()) {
      throw new Incorrect("`messages` must hold objects");
    }
    Fields fields = new Fields(message);
    String role = fields.text("role").orElse("");
    if (!ROLES.contains(role)) {
      throw new Incorrect("`role` must be developer, system, user, assistant or tool");
    }
    boolean calls = role.equals("assistant") && hasCalls(fields);
    Media media = content(fields, role, calls);
    checkToolTurn(fields, role, calls);
    return new Turn(role, MessageText.of(message), media);
  }

  /** An empty list counts as no calls. */
  private static boolean hasCalls(Fields message) throws Incorrect {
    if (message.find("tool_calls").isEmpty()) {
      return false;
    }
    JsonNode calls = message.array("tool_calls");
    for (JsonNode call : calls) {
      JsonNode function = call.path("function");
      if (!function.path("name").isTextual() || !function.path("arguments").isTextual()) {
        throw new Incorrect("`tool_calls.function` must have a name and arguments, both strings");
      }
    }
    return !calls.isEmpty();
  }

  private void checkToolTurn(Fields fields, String role, boolean calls) throws Incorrect {
    if (role.equals("tool") && fields.text("tool_call_id").isEmpty()) {
      throw new Incorrect("`tool_call_id` is not set", ErrorCase.MISSING_FIELD);
    }
    boolean reasoned = fields.text("reasoning_content").isPresent();
    if (calls && thinking && !reasoned) {
      throw new Incorrect(PlatformErrors.reasoningMissing());
    }
  }

  private Media content(Fields fields, String role, boolean mayBeAbsent) throws Incorrect {
    Optional<JsonNode> content = fields.find("content");
    if (content.isEmpty()) {
      if (mayBeAbsent && nullContentRefused) {
        throw new Incorrect(PlatformErrors.seen("`text` is not present"));
      }
      if (!mayBeAbsent) {
        throw new Incorrect("`content` is not set", ErrorCase.MISSING_FIELD);
      }
    } else if (content.get().isArray()) {
      return parts.read(content.get(), role);
    } else if (!content.get().isTextual()) {
      throw new Incorrect("`content` must be a string or an array of parts");
    }
    return Media.NONE;
  }
}
