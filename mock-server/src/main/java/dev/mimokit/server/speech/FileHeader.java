package dev.mimokit.server.speech;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells MP3 and WAV files by their first bytes. */
final class FileHeader {

  /** Stray bytes before the first frame that players forgive too. */
  private static final int STRAY = 4096;

  private static final int TAG_BYTES = 10;
  private static final int CHUNK_BYTES = 8;
  private static final int SYNC = 0x7FF;
  private static final int LAYER_III = 1;

  private FileHeader() {}

  /** RIFF of kind WAVE with a format and samples. */
  static boolean isWav(byte[] file) {
    if (!has(file, 0, "RIFF") || !has(file, 8, "WAVE")) {
      return false;
    }
    boolean format = false;
    long at = 12;
    while (at + CHUNK_BYTES <= file.length) {
      format |= has(file, (int) at, "fmt ");
      if (has(file, (int) at, "data")) {
        return format && at + CHUNK_BYTES < file.length;
      }
      long size = Integer.toUnsignedLong(Integer.reverseBytes(bits(file, (int) at + 4)));
      at += CHUNK_BYTES + size + size % 2;
    }
    return false;
  }

  /** A frame header of Layer III, behind a tag if there is one. */
  static boolean isMp3(byte[] file) {
    int start = has(file, 0, "ID3") && file.length > TAG_BYTES ? behindTag(file) : 0;
    for (int at = start; at + 4 <= file.length && at - start < STRAY; at++) {
      if (isFrame(bits(file, at))) {
        return true;
      }
    }
    return false;
  }

  /** Seven bits of each of four bytes say how long the tag is. */
  private static int behindTag(byte[] file) {
    int size = 0;
    for (int i = 6; i < TAG_BYTES; i++) {
      size = size << 7 | (file[i] & 0x7F);
    }
    return TAG_BYTES + size;
  }

  /** Sync, and no value that is reserved: version 1, bit rate 15, sampling rate 3. */
  private static boolean isFrame(int header) {
    return header >>> 21 == SYNC
        && (header >>> 19 & 3) != 1
        && (header >>> 17 & 3) == LAYER_III
        && (header >>> 12 & 15) != 15
        && (header >>> 12 & 15) != 0
        && (header >>> 10 & 3) != 3;
  }

  private static int bits(byte[] file, int at) {
    return file[at] << 24
        | (file[at + 1] & 0xFF) << 16
        | (file[at + 2] & 0xFF) << 8
        | (file[at + 3] & 0xFF);
  }

  private static boolean has(byte[] file, int at, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    return at + bytes.length <= file.length
        && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
  }
}
