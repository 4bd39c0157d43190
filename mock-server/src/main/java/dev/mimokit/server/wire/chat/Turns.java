package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.ModelSpec.Modality;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the messages of a request. */
record Turns(ModelSpec spec, boolean thinking) {

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
    boolean calls = !message.path("tool_calls").isEmpty();
    checkContent(fields, role, role.equals("assistant") && calls);
    checkToolTurn(fields, role, calls);
    return new Turn(role, MessageText.of(message));
  }

  private void checkToolTurn(Fields fields, String role, boolean calls) throws Incorrect {
    if (role.equals("tool") && fields.text("tool_call_id").isEmpty()) {
      throw new Incorrect("`tool_call_id` is not set");
    }
    boolean reasoned = fields.text("reasoning_content").isPresent();
    if (role.equals("assistant") && calls && thinking && !reasoned) {
      throw new Incorrect(PlatformErrors.reasoningMissing());
    }
  }

  private void checkContent(Fields fields, String role, boolean mayBeAbsent) throws Incorrect {
    Optional<JsonNode> content = fields.find("content");
    if (content.isEmpty()) {
      if (!mayBeAbsent) {
        throw new Incorrect("`content` is not set");
      }
    } else if (content.get().isArray()) {
      for (JsonNode part : content.get()) {
        checkPart(part, role);
      }
    } else if (!content.get().isTextual()) {
      throw new Incorrect("`content` must be a string or an array of parts");
    }
  }

  private void checkPart(JsonNode part, String role) throws Incorrect {
    String type = part.path("type").asText("");
    if (type.equals("text") && part.path("text").isTextual()) {
      return;
    }
    if (type.equals("text") || !role.equals("user")) {
      throw new Incorrect("`text` is not set");
    }
    switch (type) {
      case "image_url" -> refuse(Modality.IMAGE, "image input");
      case "input_audio" -> refuse(Modality.AUDIO, "audio input");
      case "video_url" -> refuse(Modality.VIDEO, "video input");
      default -> throw new Incorrect("`type` must be text, image_url, input_audio or video_url");
    }
  }

  private void refuse(Modality modality, String feature) throws Incorrect {
    if (modality == Modality.IMAGE && !spec.takes(modality)) {
      throw new Incorrect(PlatformErrors.NO_IMAGE_INPUT);
    }
    throw Features.notMocked(feature);
  }
}
