package dev.mimokit.server.wire;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.ModelSpec.Modality;
import dev.mimokit.server.call.Media;
import java.util.Locale;

/** Images, sounds and films in a message, in whatever words its protocol brings them. */
public record MediaInput(ModelSpec spec) {

  /**
   * What one part costs.
   *
   * @param source a data URL or an address
   * @param part the part as sent, which may name {@code fps} and {@code media_resolution}
   * @throws Incorrect when the model cannot take it: for images as OBSERVED on both older
   *     protocols, for the rest as this server's own refusal
   */
  public Media tokens(Modality modality, String source, Fields part) throws Incorrect {
    if (modality == Modality.IMAGE && !spec.takes(modality)) {
      throw new Incorrect(PlatformErrors.NO_IMAGE_INPUT);
    }
    throw new Incorrect(
        PlatformErrors.notMocked(modality.name().toLowerCase(Locale.ROOT) + " input"));
  }
}
