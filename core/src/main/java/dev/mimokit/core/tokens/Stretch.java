package dev.mimokit.core.tokens;

import java.util.Arrays;

/**
 * Part of a text on its way to tokens: its characters, then its UTF-8 bytes in NFC. Reused for the
 * next one; for one thread.
 */
final class Stretch {

  private static final int BYTES_PER_UNIT = 3;
  private static final char REPLACEMENT = '\uFFFD';

  private final char[] units;
  private final Encoder.Search search;
  private byte[] bytes;

  /**
   * @param most UTF-16 units that it can take at once
   * @param search for its pieces, of the encoder that counts them
   */
  Stretch(int most, Encoder.Search search) {
    this.search = search;
    units = new char[most];
    bytes = new byte[BYTES_PER_UNIT * most];
  }

  /**
   * Where a stretch from {@code from} ends: after {@code most} units or a little less, later if
   * there is no place to cut before.
   */
  static int end(CharSequence text, int from, int most) {
    for (long reach = most; from + reach < text.length(); reach *= 2) {
      int last = (int) (from + reach);
      int lowest = (int) (reach == most ? from : from + reach / 2);
      for (int at = last; at > lowest; at--) {
        if (isCut(text.charAt(at - 1), text.charAt(at))) {
          return at;
        }
      }
    }
    return text.length();
  }

  /**
   * Whether no piece reaches from one unit to the next, whatever stands around them, and NFC leaves
   * the border alone: behind a number always, behind a letter before anything but a letter.
   */
  private static boolean isCut(char before, char after) {
    if (after >= CharClasses.FIRST_COMBINING && !isFullStop(after)) {
      return false;
    }
    int kind = CharClasses.of(before);
    return kind == CharClasses.NUMBER
        || (kind == CharClasses.LETTER && CharClasses.of(after) != CharClasses.LETTER);
  }

  /** Text without spaces is cut before its commas and full stops. */
  private static boolean isFullStop(char unit) {
    return unit == '\u3001' || unit == '\u3002' || unit == '\uFF0C';
  }

  /** Takes a part of a text, and says how many bytes it came to. */
  int take(CharSequence text, int from, int to) {
    copy(text, from, to);
    int count = encode(units, to - from);
    if (count >= 0) {
      return count;
    }
    char[] composed = Nfc.of(units, to - from);
    if (composed.length * BYTES_PER_UNIT > bytes.length) {
      bytes = Arrays.copyOf(bytes, composed.length * BYTES_PER_UNIT);
    }
    return Math.abs(encode(composed, composed.length));
  }

  byte[] bytes() {
    return bytes;
  }

  Encoder.Search search() {
    return search;
  }

  private void copy(CharSequence text, int from, int to) {
    if (text instanceof String string) {
      string.getChars(from, to, units, 0);
    } else if (text instanceof StringBuilder builder) {
      builder.getChars(from, to, units, 0);
    } else {
      for (int at = from; at < to; at++) {
        units[at - from] = text.charAt(at);
      }
    }
  }

  /** How many bytes there are; less than 0 if NFC may have them otherwise. */
  private int encode(char[] from, int length) {
    int size = 0;
    int flags = 0;
    for (int at = 0; at < length; at++) {
      while (at + 4 <= length && (from[at] | from[at + 1] | from[at + 2] | from[at + 3]) < 0x80) {
        bytes[size] = (byte) from[at];
        bytes[size + 1] = (byte) from[at + 1];
        bytes[size + 2] = (byte) from[at + 2];
        bytes[size + 3] = (byte) from[at + 3];
        size += 4;
        at += 4;
      }
      if (at == length) {
        break;
      }
      char unit = from[at];
      if (unit < 0x80) {
        bytes[size++] = (byte) unit;
        continue;
      }
      flags |= CharClasses.flags(unit);
      if (unit < 0x800) {
        bytes[size++] = (byte) (0xC0 | (unit >> 6));
        bytes[size++] = (byte) (0x80 | (unit & 0x3F));
      } else if (isPair(from, at, length)) {
        int point = Character.toCodePoint(unit, from[++at]);
        bytes[size++] = (byte) (0xF0 | (point >> 18));
        bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        bytes[size++] = (byte) (0x80 | (point & 0x3F));
      } else {
        int point = Character.isSurrogate(unit) ? REPLACEMENT : unit;
        bytes[size++] = (byte) (0xE0 | (point >> 12));
        bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        bytes[size++] = (byte) (0x80 | (point & 0x3F));
      }
    }
    return CharClasses.mayCompose(flags) ? -size : size;
  }

  private static boolean isPair(char[] units, int at, int length) {
    return Character.isHighSurrogate(units[at])
        && at + 1 < length
        && Character.isLowSurrogate(units[at + 1]);
  }
}
