package dev.mimokit.server.media;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One media part of a message, as it was sent.
 *
 * @param source a data URL, or an address of {@code http} or {@code https}
 * @param fps frames a second, for a video that names them
 * @param resolution the word sent for the resolution, for a video that names it
 */
public record MediaPart(
    MediaKind kind, String source, OptionalDouble fps, Optional<String> resolution) {

  /** A part that is no video, or a video that names neither rate nor resolution. */
  public MediaPart(MediaKind kind, String source) {
    this(kind, source, OptionalDouble.empty(), Optional.empty());
  }
}
