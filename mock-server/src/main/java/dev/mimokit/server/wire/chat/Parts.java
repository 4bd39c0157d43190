package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.ModelSpec.Modality;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.media.MediaKind;
import dev.mimokit.server.media.MediaPart;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.media.MediaReading;
import dev.mimokit.server.media.MediaRefusal;
import dev.mimokit.server.media.MediaTokens;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.OptionalDouble;

/**
 * Reads the parts of one message's content. Only a user's may show or play something. A model that
 * does not take a picture answers 404 (OBSERVED); that sound and film are answered alike, and the
 * texts about broken parts, are ASSUMED.
 */
record Parts(ModelSpec spec, MediaReader reader) {

  private static final String TEXT = "text";

  /** What all parts cost that are not text. */
  Media read(JsonNode content, String role) throws Incorrect {
    Media media = Media.NONE;
    for (JsonNode part : content) {
      String type = part.path("type").asText("");
      if (!type.equals(TEXT) && role.equals("user")) {
        media = media.plus(media(part, type));
      } else if (!type.equals(TEXT) || !part.path(TEXT).isTextual()) {
        throw new Incorrect("`text` is not set");
      }
    }
    return media;
  }

  private Media media(JsonNode part, String type) throws Incorrect {
    Fields fields = new Fields(part);
    return switch (type) {
      case "image_url" -> {
        require(Modality.IMAGE, PlatformErrors.NO_IMAGE_INPUT);
        yield read(new MediaPart(MediaKind.IMAGE, source(fields, type, "url")));
      }
      case "input_audio" -> {
        require(Modality.AUDIO, PlatformErrors.NO_AUDIO_INPUT);
        yield read(new MediaPart(MediaKind.AUDIO, source(fields, type, "data")));
      }
      case "video_url" -> {
        require(Modality.VIDEO, PlatformErrors.NO_VIDEO_INPUT);
        yield read(video(fields, source(fields, type, "url")));
      }
      default -> throw new Incorrect("`type` must be text, image_url, input_audio or video_url");
    };
  }

  private void require(Modality modality, PlatformError refusal) throws Incorrect {
    if (!spec.takes(modality)) {
      throw new Incorrect(refusal);
    }
  }

  private static String source(Fields part, String type, String name) throws Incorrect {
    JsonNode holder =
        part.object(type).orElseThrow(() -> new Incorrect("`" + type + "` is not set"));
    return new Fields(holder)
        .text(name)
        .orElseThrow(() -> new Incorrect("`" + type + "." + name + "` is not set"));
  }

  /** {@code fps} and {@code media_resolution} stand beside the address. */
  private static MediaPart video(Fields part, String source) throws Incorrect {
    OptionalDouble fps = part.within("fps", 0.1, 10);
    return new MediaPart(MediaKind.VIDEO, source, fps, part.text("media_resolution"));
  }

  private Media read(MediaPart part) throws Incorrect {
    MediaReading reading = reader.read(part);
    if (reading instanceof MediaRefusal refusal) {
      throw new Incorrect(refusal.reason());
    }
    MediaTokens tokens = (MediaTokens) reading;
    return new Media(tokens.image(), tokens.audio(), tokens.video());
  }
}
