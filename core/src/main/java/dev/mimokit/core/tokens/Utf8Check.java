package dev.mimokit.core.tokens;

/** Tells UTF-8 that can be counted where it stands from UTF-8 that must be decoded first. */
final class Utf8Check {

  private static final int BROKEN = -1;

  private Utf8Check() {}

  /** Whether all bytes are whole sequences, and NFC leaves them as they are. */
  static boolean isPlain(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int point = point(bytes, at, to);
      if (point == BROKEN || CharClasses.mayCompose(CharClasses.flags(firstUnit(point)))) {
        return false;
      }
      at += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    return true;
  }

  private static char firstUnit(int point) {
    return point < 0x10000 ? (char) point : Character.highSurrogate(point);
  }

  private static int point(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || length > to - at) {
      return BROKEN;
    }
    int point = first & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return BROKEN;
      }
      point = (point << 6) | (bytes[at + i] & 0x3F);
    }
    return isWhole(point, length) ? point : BROKEN;
  }

  /** Refuses what could be said in fewer bytes, surrogates, and what is beyond Unicode. */
  private static boolean isWhole(int point, int length) {
    return switch (length) {
      case 3 -> point >= 0x800 && (point < 0xD800 || point > 0xDFFF);
      case 4 -> point >= 0x10000 && point <= Character.MAX_CODE_POINT;
      default -> true;
    };
  }
}
