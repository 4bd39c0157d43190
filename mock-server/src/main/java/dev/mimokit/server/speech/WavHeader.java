package dev.mimokit.server.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The 44 bytes before the samples of a WAV file. The JDK writes the same ones, but wants the whole
 * sound first and 14 ms to look its writers up the first time.
 */
final class WavHeader {

  static final int BYTES = 44;

  private static final short PLAIN_SAMPLES = 1;
  private static final short CHANNELS = 1;
  private static final int FORMAT_BYTES = 16;

  private WavHeader() {}

  static byte[] of(long soundBytes) {
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt((int) (BYTES - 8 + soundBytes))
        .put(ascii("WAVEfmt "))
        .putInt(FORMAT_BYTES)
        .putShort(PLAIN_SAMPLES)
        .putShort(CHANNELS)
        .putInt(Recording.SAMPLE_RATE)
        .putInt(Recording.SAMPLE_RATE * Short.BYTES)
        .putShort((short) Short.BYTES)
        .putShort((short) Short.SIZE)
        .put(ascii("data"))
        .putInt((int) soundBytes)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
