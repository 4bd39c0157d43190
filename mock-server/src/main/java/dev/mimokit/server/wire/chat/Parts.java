package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec.Modality;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.PlatformErrors;

/**
 * Reads the parts of one message's content. Only a user's may show or play something. A model that
 * does not take a picture answers 404 (OBSERVED); that sound and film are answered alike, and the
 * texts about broken parts, are ASSUMED.
 */
record Parts(MediaInput input) {

  private static final String TEXT = "text";

  /** What all parts cost that are not text. */
  Media read(JsonNode content, String role) throws Incorrect {
    Media media = Media.NONE;
    for (JsonNode part : content) {
      String type = part.path("type").asText("");
      if (!type.equals(TEXT) && role.equals("user")) {
        media = media.plus(media(part, type));
      } else if (!type.equals(TEXT) || !part.path(TEXT).isTextual()) {
        throw new Incorrect(PlatformErrors.seen("`text` is not set"));
      }
    }
    return media;
  }

  private Media media(JsonNode part, String type) throws Incorrect {
    Fields fields = new Fields(part);
    return switch (type) {
      case "image_url" -> media(Modality.IMAGE, fields, type, "url");
      case "input_audio" -> media(Modality.AUDIO, fields, type, "data");
      case "video_url" -> media(Modality.VIDEO, fields, type, "url");
      default -> throw new Incorrect("`type` must be text, image_url, input_audio or video_url");
    };
  }

  private Media media(Modality modality, Fields part, String type, String name) throws Incorrect {
    input.require(modality);
    return input.tokens(modality, source(part, type, name), part);
  }

  private static String source(Fields part, String type, String name) throws Incorrect {
    JsonNode holder =
        part.object(type).orElseThrow(() -> new Incorrect("`" + type + "` is not set"));
    return new Fields(holder)
        .text(name)
        .orElseThrow(() -> new Incorrect("`" + type + "." + name + "` is not set"));
  }
}
