package dev.mimokit.server.media;

import java.util.Optional;

/**
 * An OGG file (RFC 3533) with Vorbis or Opus (RFC 7845): the first page tells the rate, the last
 * how many samples there are up to it. Opus counts in 48 kHz, and from a start that is not played.
 */
final class OggPages {

  private static final int PAGE = 0x4F67_6753;
  private static final int GRANULE = 6;
  private static final int SEGMENTS = 26;
  private static final long OPUS_HERTZ = 48_000;

  private OggPages() {}

  static Optional<Measured> measure(Bytes file) {
    long packet = SEGMENTS + 1 + file.uint8(SEGMENTS);
    if (file.reads(packet, "\u0001vorbis")) {
      long hertz = file.uint32Little(packet + 12);
      return hertz > 0 ? Optional.of(sound(file, 0, hertz)) : Optional.empty();
    }
    if (file.reads(packet, "OpusHead")) {
      return Optional.of(sound(file, file.uint16Little(packet + 10), OPUS_HERTZ));
    }
    return Optional.empty();
  }

  private static Measured sound(Bytes file, long unplayed, long hertz) {
    long samples = file.uint64Little(file.lastOf(PAGE) + GRANULE);
    return Measured.sound(Measured.seconds(samples - unplayed, hertz));
  }
}
