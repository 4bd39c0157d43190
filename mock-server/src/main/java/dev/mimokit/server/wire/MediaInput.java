package dev.mimokit.server.wire;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.ModelSpec.Modality;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.media.MediaKind;
import dev.mimokit.server.media.MediaPart;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.media.MediaReading;
import dev.mimokit.server.media.MediaRefusal;
import dev.mimokit.server.media.MediaTokens;

/** Images, sounds and films in a message, in whatever words its protocol brings them. */
public record MediaInput(ModelSpec spec, MediaReader reader) {

  /**
   * What one part costs.
   *
   * @param source a data URL or an address
   * @param part the part as sent, which may name {@code fps} and {@code media_resolution}
   * @throws Incorrect when the model does not take it: for images as OBSERVED on both older
   *     protocols, for the rest alike (ASSUMED); and when the part is broken (ASSUMED texts)
   */
  public Media tokens(Modality modality, String source, Fields part) throws Incorrect {
    require(modality);
    MediaReading reading = reader.read(media(modality, source, part));
    if (reading instanceof MediaTokens tokens) {
      return new Media(tokens.image(), tokens.audio(), tokens.video());
    }
    throw new Incorrect(((MediaRefusal) reading).reason());
  }

  /** Throws what a model answers that does not take such parts, whatever is in them. */
  public void require(Modality modality) throws Incorrect {
    if (!spec.takes(modality)) {
      throw new Incorrect(refusal(modality));
    }
  }

  private static MediaPart media(Modality modality, String source, Fields part) throws Incorrect {
    return switch (modality) {
      case IMAGE -> new MediaPart(MediaKind.IMAGE, source);
      case AUDIO -> new MediaPart(MediaKind.AUDIO, source);
      case VIDEO ->
          new MediaPart(
              MediaKind.VIDEO, source, part.within("fps", 0.1, 10), part.text("media_resolution"));
      case TEXT -> throw new IllegalArgumentException("text is no media");
    };
  }

  private static PlatformError refusal(Modality modality) {
    return switch (modality) {
      case IMAGE -> PlatformErrors.NO_IMAGE_INPUT;
      case AUDIO -> PlatformErrors.NO_AUDIO_INPUT;
      case VIDEO -> PlatformErrors.NO_VIDEO_INPUT;
      case TEXT -> throw new IllegalArgumentException("text is no media");
    };
  }
}
