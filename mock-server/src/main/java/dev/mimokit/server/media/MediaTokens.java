package dev.mimokit.server.media;

import java.util.OptionalDouble;

/**
 * What a media part costs, by modality.
 *
 * @param seconds how long it sounds or plays; empty for a picture
 * @param assumed whether a size or length behind the figures was assumed, not read
 */
public record MediaTokens(
    long image, long audio, long video, OptionalDouble seconds, boolean assumed)
    implements MediaReading {

  /** All tokens together. */
  public long total() {
    return image + audio + video;
  }
}
