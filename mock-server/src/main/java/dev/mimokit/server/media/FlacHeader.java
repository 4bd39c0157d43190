package dev.mimokit.server.media;

import java.util.Optional;

/**
 * The first block of a FLAC file (RFC 9639, section 8.2): 20 bits of sample rate, 3 of channels, 5
 * of sample size and 36 of samples, 0 where the encoder did not know.
 */
final class FlacHeader {

  private static final int RATE = 18;
  private static final long SAMPLES = (1L << 36) - 1;

  private FlacHeader() {}

  static Optional<Measured> measure(Bytes file) {
    long rate = file.uint24(RATE) >> 4;
    if (rate <= 0 || file.uint32(RATE + 4) < 0) {
      return Optional.empty();
    }
    long samples = ((file.uint8(RATE + 3) << 32) | file.uint32(RATE + 4)) & SAMPLES;
    return Optional.of(Measured.sound(Measured.seconds(samples, rate)));
  }
}
