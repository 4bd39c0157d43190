package dev.mimokit.server.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a part is for, with the documented formats and limits.
 *
 * <p>Limits hold for the base64 text of a data URL, in characters. They are printed in MB, read
 * here as 1,048,576 (ASSUMED). An address has limits too (50 MB, 100 MB and 300 MB), which nobody
 * can check who does not fetch it.
 */
public enum MediaKind {
  /** A picture. Image understanding, page of 2026-04-22. */
  IMAGE("image", 50),
  /** Sound. Audio understanding, page of 2026-04-22; an older copy prints 10 MB. */
  AUDIO("audio", 50),
  /** A video. Video understanding, page of 2026-04-22. */
  VIDEO("video", 50),
  /** Speech to be written down: data URL only. No size is printed; that of sound is ASSUMED. */
  SPEECH("speech", 50),
  /** The sample of a voice to be cloned: data URL only. */
  VOICE_SAMPLE("voice sample", 10);

  private static final int MEGA = 1024 * 1024;

  private final String noun;
  private final int megabytes;

  MediaKind(String noun, int megabytes) {
    this.noun = noun;
    this.megabytes = megabytes;
  }

  /** How messages call it. */
  String noun() {
    return noun;
  }

  /** The most megabytes of base64 text. */
  int megabytes() {
    return megabytes;
  }

  /** The most characters of base64 text. */
  int maxCharacters() {
    return megabytes * MEGA;
  }

  /** Whether an address may be given in place of the bytes. */
  boolean mayBeRemote() {
    return this == IMAGE || this == AUDIO || this == VIDEO;
  }

  /** The documented formats, in the page's order. */
  List<MediaFormat> formats() {
    return switch (this) {
      case IMAGE ->
          List.of(
              MediaFormat.JPEG,
              MediaFormat.PNG,
              MediaFormat.GIF,
              MediaFormat.WEBP,
              MediaFormat.BMP);
      case AUDIO ->
          List.of(
              MediaFormat.MP3, MediaFormat.WAV, MediaFormat.FLAC, MediaFormat.M4A, MediaFormat.OGG);
      case VIDEO -> List.of(MediaFormat.MP4, MediaFormat.MOV, MediaFormat.AVI, MediaFormat.WMV);
      case SPEECH, VOICE_SAMPLE -> List.of(MediaFormat.MP3, MediaFormat.WAV);
    };
  }

  boolean allows(String mime) {
    return formats().stream().anyMatch(format -> format.isNamed(mime));
  }

  /** The format the file is in, whatever its MIME type says; empty when it is none of this kind. */
  Optional<MediaFormat> formatOf(Bytes file) {
    return formats().stream().filter(format -> format.begins(file)).findFirst();
  }

  String formatList() {
    return formats().stream().map(MediaFormat::name).collect(Collectors.joining(", "));
  }
}
