package dev.mimokit.server.media;

import java.util.List;
import java.util.Locale;

/** The documented formats, with the MIME types in use for them. */
public enum MediaFormat {
  JPEG("image/jpeg image/jpg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp"),
  BMP("image/bmp image/x-ms-bmp"),
  MP3("audio/mpeg audio/mp3"),
  WAV("audio/wav audio/x-wav audio/wave"),
  FLAC("audio/flac audio/x-flac"),
  M4A("audio/mp4 audio/m4a audio/x-m4a"),
  OGG("audio/ogg"),
  MP4("video/mp4"),
  MOV("video/quicktime video/mov"),
  AVI("video/x-msvideo video/avi"),
  WMV("video/x-ms-wmv video/wmv");

  /** MIME types, a blank between them. */
  private final String mimes;

  MediaFormat(String mimes) {
    this.mimes = mimes;
  }

  /** Whether {@code mime} stands for this format; case does not matter. */
  boolean isNamed(String mime) {
    return List.of(mimes.split(" ", -1)).contains(mime.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code file} begins as a file of this format does. */
  boolean begins(Bytes file) {
    return switch (this) {
      case JPEG -> file.uint24(0) == 0xFFD8FF;
      case PNG -> file.reads(0, "\u0089PNG\r\n\u001a\n");
      case GIF -> file.reads(0, "GIF8");
      case WEBP -> isRiff(file, "WEBP");
      case BMP -> file.reads(0, "BM");
      case MP3 -> file.reads(0, "ID3") || MpegFrame.at(file, 0).isPresent();
      case WAV -> isRiff(file, "WAVE");
      case FLAC -> file.reads(0, "fLaC");
      case M4A, MP4 -> file.reads(4, "ftyp");
      case OGG -> file.reads(0, "OggS");
      case MOV -> file.reads(4, "ftyp") || file.reads(4, "moov") || file.reads(4, "wide");
      case AVI -> isRiff(file, "AVI ");
      case WMV -> AsfHeader.begins(file);
    };
  }

  private static boolean isRiff(Bytes file, String form) {
    return file.reads(0, "RIFF") && file.reads(8, form);
  }
}
