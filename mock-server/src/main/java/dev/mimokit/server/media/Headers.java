package dev.mimokit.server.media;

import java.util.Optional;

/** Which reader a format's header has. */
final class Headers {

  private Headers() {}

  /** What the header says; empty when it is cut short or says nothing that can be used. */
  static Optional<Measured> measure(MediaFormat format, Bytes file) {
    return switch (format) {
      case JPEG, PNG, GIF, WEBP, BMP -> Pictures.measure(format, file);
      case WAV -> RiffHeader.wav(file);
      case AVI -> RiffHeader.avi(file);
      case MP3 -> MpegFrame.measure(file);
      case FLAC -> FlacHeader.measure(file);
      case OGG -> OggPages.measure(file);
      case M4A -> IsoBoxes.measure(file).filter(Measured::audible);
      case MP4, MOV -> IsoBoxes.measure(file).filter(Measured::hasArea);
      case WMV -> AsfHeader.measure(file).filter(Measured::hasArea);
    };
  }
}
