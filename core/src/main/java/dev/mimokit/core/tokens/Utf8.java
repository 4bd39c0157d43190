package dev.mimokit.core.tokens;

import java.util.Objects;

/** Decodes UTF-8 unit by unit, so that bytes need not become a string first. */
final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** Takes one UTF-16 unit. */
  interface Sink {
    void accept(char unit);
  }

  /** A byte that begins no whole sequence becomes a replacement character. */
  static void decode(byte[] bytes, int offset, int length, Sink sink) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int more = continuationBytes(bytes[i]);
      if (more < 0 || !continues(bytes, i + 1, i + 1 + more, end)) {
        sink.accept(REPLACEMENT);
        i++;
        continue;
      }
      emit(codePoint(bytes, i, more), sink);
      i += 1 + more;
    }
  }

  private static int continuationBytes(byte first) {
    int b = first & 0xFF;
    if (b < 0x80) {
      return 0;
    }
    if (b < 0xC2 || b > 0xF4) {
      return -1;
    }
    return b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
  }

  private static boolean continues(byte[] bytes, int from, int to, int end) {
    if (to > end) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int codePoint(byte[] bytes, int at, int more) {
    int point = more == 0 ? bytes[at] : bytes[at] & (0x3F >> more);
    for (int i = 1; i <= more; i++) {
      point = point << 6 | (bytes[at + i] & 0x3F);
    }
    return point;
  }

  private static void emit(int point, Sink sink) {
    if (Character.isBmpCodePoint(point)) {
      sink.accept((char) point);
    } else if (Character.isValidCodePoint(point)) {
      sink.accept(Character.highSurrogate(point));
      sink.accept(Character.lowSurrogate(point));
    } else {
      sink.accept(REPLACEMENT);
    }
  }
}
