package dev.mimokit.server.media;

import java.util.Base64;

/**
 * {@code data:MIME;base64,…} taken apart. Parameters between type and {@code ;base64} are skipped.
 */
record DataUrl(String mime, Bytes file) {

  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64";
  private static final int LONGEST_PREFIX = 256;

  static boolean is(String source) {
    return source.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** Reads a data URL that may be of this kind. */
  static DataUrl read(MediaKind kind, String source) throws RefusedException {
    int comma = source.substring(0, Math.min(source.length(), LONGEST_PREFIX)).indexOf(',');
    if (comma < 0) {
      throw new RefusedException(
          kind.noun() + " must be data:MIME;base64,DATA: no comma in " + Quoted.of(source));
    }
    String head = source.substring(SCHEME.length(), comma);
    if (!head.regionMatches(true, head.length() - BASE64.length(), BASE64, 0, BASE64.length())) {
      throw new RefusedException(
          kind.noun() + " must be data:MIME;base64,DATA: found " + Quoted.of(SCHEME + head));
    }
    String mime = head.substring(0, head.indexOf(';')).strip();
    if (!kind.allows(mime)) {
      throw new RefusedException(
          "%s must be one of %s: MIME type %s"
              .formatted(kind.noun(), kind.formatList(), Quoted.of(mime)));
    }
    return new DataUrl(mime, decode(kind, source, comma + 1));
  }

  private static Bytes decode(MediaKind kind, String source, int from) throws RefusedException {
    int characters = source.length() - from;
    if (characters > kind.maxCharacters()) {
      throw new RefusedException(
          "base64 of %s must not exceed %d MB (%d characters): %d"
              .formatted(kind.noun(), kind.megabytes(), kind.maxCharacters(), characters));
    }
    if (characters == 0) {
      throw new RefusedException(kind.noun() + " is empty: nothing follows the comma");
    }
    try {
      return new Bytes(Base64.getDecoder().decode(source.substring(from)));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          "base64 of " + kind.noun() + " does not decode: " + e.getMessage());
    }
  }
}
