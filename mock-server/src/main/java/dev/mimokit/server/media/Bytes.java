package dev.mimokit.server.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file in memory. A number that would be read beyond the end is {@link #NONE}, so that a cut
 * header is one case of a figure that is not there.
 */
final class Bytes {

  /** What stands for a number that lies beyond the end; no number in a file is negative. */
  static final long NONE = -1;

  private final byte[] bytes;

  Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  /** The first {@code count} bytes, or all where there are fewer. */
  byte[] first(int count) {
    return Arrays.copyOf(bytes, Math.min(count, bytes.length));
  }

  byte[] all() {
    return bytes;
  }

  boolean reads(long at, String latin) {
    byte[] expected = latin.getBytes(StandardCharsets.ISO_8859_1);
    return has(at, expected.length)
        && Arrays.equals(bytes, (int) at, (int) at + expected.length, expected, 0, expected.length);
  }

  String word(long at) {
    return has(at, 4) ? new String(bytes, (int) at, 4, StandardCharsets.ISO_8859_1) : "";
  }

  long uint8(long at) {
    return big(at, 1);
  }

  long uint24(long at) {
    return big(at, 3);
  }

  long uint32(long at) {
    return big(at, 4);
  }

  /** Eight bytes; a number above the largest {@code long} is {@link #NONE} too. */
  long uint64(long at) {
    return Math.max(NONE, big(at, 8));
  }

  long uint16Little(long at) {
    return little(at, 2);
  }

  long uint32Little(long at) {
    return little(at, 4);
  }

  /** As {@link #uint64}, lowest byte first. */
  long uint64Little(long at) {
    return Math.max(NONE, little(at, 8));
  }

  /** {@code count} bytes in hexadecimal; empty when they are not all there. */
  String hex(long at, int count) {
    return has(at, count) ? HexFormat.of().formatHex(bytes, (int) at, (int) at + count) : "";
  }

  /** The last place where {@code big}, read as four bytes, stands, or -1. */
  int lastOf(int big) {
    int window = 0;
    for (int at = bytes.length - 1; at >= 0; at--) {
      window = (window >>> 8) | (bytes[at] << 24);
      if (window == big && at <= bytes.length - 4) {
        return at;
      }
    }
    return -1;
  }

  private long big(long at, int count) {
    if (!has(at, count)) {
      return NONE;
    }
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = (number << 8) | (bytes[(int) at + i] & 0xFF);
    }
    return number;
  }

  private long little(long at, int count) {
    if (!has(at, count)) {
      return NONE;
    }
    long number = 0;
    for (int i = count - 1; i >= 0; i--) {
      number = (number << 8) | (bytes[(int) at + i] & 0xFF);
    }
    return number;
  }

  private boolean has(long at, int count) {
    return at >= 0 && at <= bytes.length - count;
  }
}
