package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec.Modality;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.SharedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the content blocks of one message. Thinking that comes back is checked, not counted. */
final class Blocks {

  private final String role;
  private final MediaInput mediaInput;
  private final List<Turn> turns = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Media media = Media.NONE;
  private boolean open;

  Blocks(String role, MediaInput mediaInput) {
    this.role = role;
    this.mediaInput = mediaInput;
  }

  /** The message's turns: one for each tool result, one for what stands between them. */
  List<Turn> read(JsonNode blocks) throws Incorrect {
    for (JsonNode block : blocks) {
      read(new Fields(block));
    }
    if (open || turns.isEmpty()) {
      close(role);
    }
    return turns;
  }

  private void read(Fields block) throws Incorrect {
    String type = block.text("type").orElse("");
    if (type.equals("tool_result")) {
      only("user", type);
      readResult(block);
      return;
    }
    open = true;
    switch (type) {
      case "thinking" -> {
        only("assistant", type);
        SharedFields.required(block, "thinking");
      }
      case "tool_use" -> {
        only("assistant", type);
        readCall(block);
      }
      default -> readPart(block, type);
    }
  }

  private void readCall(Fields block) throws Incorrect {
    SharedFields.required(block, "id");
    text.append(SharedFields.required(block, "name"));
    Optional<JsonNode> input = block.object("input");
    if (input.isEmpty()) {
      throw new Incorrect("`input` is not set", ErrorCase.MISSING_FIELD);
    }
    text.append(input.get());
  }

  private void readResult(Fields block) throws Incorrect {
    SharedFields.required(block, "tool_use_id");
    block.flag("is_error");
    if (open) {
      close(role);
    }
    Optional<JsonNode> content = block.find("content");
    if (content.isPresent() && content.get().isTextual()) {
      text.append(content.get().textValue());
    } else if (content.isPresent()) {
      for (JsonNode part : block.array("content")) {
        readPart(new Fields(part), part.path("type").asText(""));
      }
    }
    close("tool");
  }

  private void readPart(Fields part, String type) throws Incorrect {
    switch (type) {
      case "text" -> text.append(SharedFields.required(part, "text"));
      case "image", "audio", "video" -> {
        Modality modality = Modality.valueOf(type.toUpperCase(Locale.ROOT));
        media = media.plus(mediaInput.tokens(modality, source(part), part));
      }
      default ->
          throw new Incorrect(
              "`type` must be text, image, audio, video, tool_use, tool_result or thinking");
    }
  }

  /** A data URL or an address. */
  private static String source(Fields part) throws Incorrect {
    Optional<JsonNode> node = part.object("source");
    if (node.isEmpty()) {
      throw new Incorrect("`source` is not set", ErrorCase.MISSING_FIELD);
    }
    Fields source = new Fields(node.get());
    return switch (source.text("type").orElse("")) {
      case "url" -> SharedFields.required(source, "url");
      case "base64" ->
          "data:"
              + SharedFields.required(source, "media_type")
              + ";base64,"
              + SharedFields.required(source, "data");
      default -> throw new Incorrect("`source.type` must be base64 or url");
    };
  }

  private void only(String allowed, String type) throws Incorrect {
    if (!role.equals(allowed)) {
      throw new Incorrect("`" + type + "` must be in a message of role " + allowed);
    }
  }

  private void close(String closingRole) {
    turns.add(new Turn(closingRole, text.toString(), media));
    text.setLength(0);
    media = Media.NONE;
    open = false;
  }
}
