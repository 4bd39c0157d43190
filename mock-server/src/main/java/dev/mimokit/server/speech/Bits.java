package dev.mimokit.server.speech;

import java.nio.ByteBuffer;

/** A row of bits, first bit highest. Not thread-safe. */
final class Bits {

  private static final int MOST = 640;

  private final byte[] bytes = new byte[MOST / Byte.SIZE];
  private int count;

  /** Appends the lowest {@code width} bits of a value. */
  Bits put(int value, int width) {
    for (int bit = width - 1; bit >= 0; bit--) {
      bytes[count / Byte.SIZE] |=
          (byte) ((value >> bit & 1) << (Byte.SIZE - 1 - count % Byte.SIZE));
      count++;
    }
    return this;
  }

  int count() {
    return count;
  }

  /** Writes the bits in whole bytes; what is missing of the last is 0. */
  void writeTo(ByteBuffer out) {
    out.put(bytes, 0, (count + Byte.SIZE - 1) / Byte.SIZE);
  }
}
