package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec.Modality;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.SharedFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the input of a request: one text, or a list of items. */
final class Input {

  private static final Set<String> ROLES = Set.of("user", "assistant", "system", "developer");

  private final MediaInput mediaInput;
  private final Conversation conversation;

  Input(MediaInput mediaInput, boolean reasoningRequired) {
    this.mediaInput = mediaInput;
    this.conversation = new Conversation(reasoningRequired);
  }

  List<Turn> read(Fields body) throws Incorrect {
    JsonNode input = body.node().path("input");
    if (input.isTextual()) {
      return List.of(new Turn("user", input.textValue()));
    }
    JsonNode items = body.array("input");
    if (items.isEmpty()) {
      throw new Incorrect("`input` must not be empty");
    }
    for (JsonNode item : items) {
      if (!item.isObject()) {
        throw new Incorrect("`input` must hold objects");
      }
      read(new Fields(item), item.path("type").asText("message"));
    }
    return conversation.turns();
  }

  private void read(Fields item, String type) throws Incorrect {
    switch (type) {
      case "message" -> readMessage(item);
      case "reasoning" -> conversation.reasoned();
      case "function_call" -> readCall(item, "arguments");
      case "custom_tool_call" -> readCall(item, "input");
      case "function_call_output", "custom_tool_call_output" -> readOutput(item);
      case "agent_message", "additional_tools" ->
          throw new Incorrect(PlatformErrors.notMocked("input items of type " + type));
      default ->
          throw new Incorrect(
              "`type` must be message, reasoning, function_call, function_call_output,"
                  + " custom_tool_call, custom_tool_call_output, agent_message or"
                  + " additional_tools");
    }
  }

  private void readMessage(Fields item) throws Incorrect {
    String role = item.text("role").orElse("");
    if (!ROLES.contains(role)) {
      throw new Incorrect("`role` must be user, assistant, system or developer");
    }
    Content content = content(item, "content");
    conversation.add(new Turn(role, content.text(), content.media()));
  }

  private void readCall(Fields item, String argument) throws Incorrect {
    SharedFields.required(item, "call_id");
    conversation.called(
        SharedFields.required(item, "name") + SharedFields.required(item, argument));
  }

  private void readOutput(Fields item) throws Incorrect {
    SharedFields.required(item, "call_id");
    Content output = content(item, "output");
    conversation.add(new Turn("tool", output.text(), output.media()));
  }

  private record Content(String text, Media media) {}

  private Content content(Fields item, String name) throws Incorrect {
    Optional<JsonNode> content = item.find(name);
    if (content.isPresent() && content.get().isTextual()) {
      return new Content(content.get().textValue(), Media.NONE);
    }
    StringBuilder text = new StringBuilder();
    Media media = Media.NONE;
    for (JsonNode node : item.array(name)) {
      Fields part = new Fields(node);
      switch (part.text("type").orElse("")) {
        case "input_text", "output_text" -> text.append(SharedFields.required(part, "text"));
        case "input_image" -> media = media.plus(media(Modality.IMAGE, part));
        case "input_audio" -> media = media.plus(media(Modality.AUDIO, part));
        case "input_video" -> media = media.plus(media(Modality.VIDEO, part));
        default ->
            throw new Incorrect(
                "`type` must be input_text, output_text, input_image, input_audio or input_video");
      }
    }
    return new Content(text.toString(), media);
  }

  private Media media(Modality modality, Fields part) throws Incorrect {
    String field = modality.name().toLowerCase(Locale.ROOT) + "_url";
    return mediaInput.tokens(modality, SharedFields.required(part, field), part);
  }
}
