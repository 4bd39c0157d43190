package dev.mimokit.server.media;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One frame of MP3: MPEG audio layer III (ISO/IEC 11172-3 and 13818-3, and the unofficial 2.5).
 *
 * <p>A file has no length in its header, and constant bit rate cannot be told from variable, so all
 * frames are stepped through. What is no frame is passed over byte by byte.
 *
 * @param bytes its length, header included
 * @param samples how many it holds, of each channel
 * @param hertz samples a second
 */
record MpegFrame(int bytes, int samples, int hertz) {

  private static final int[] KILOBITS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0
  };
  private static final int[] KILOBITS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0
  };
  private static final int[] HERTZ = {44_100, 48_000, 32_000, 0};
  private static final int[] MARKS = {13, 21, 36};
  private static final int UNPLAYED = 141;
  private static final int SYNC = 0x7FF;
  private static final int LAYER_3 = 1;
  private static final int VERSION_1 = 3;
  private static final int VERSION_2 = 2;
  private static final int RESERVED = 1;

  /** How long it sounds. */
  double seconds() {
    return (double) samples / hertz;
  }

  /** The frame that begins here, if one does. */
  static Optional<MpegFrame> at(Bytes file, long place) {
    long header = file.uint32(place);
    int version = bits(header, 19, 3);
    if (header >>> 21 != SYNC || version == RESERVED || bits(header, 17, 3) != LAYER_3) {
      return Optional.empty();
    }
    int kilobits = (version == VERSION_1 ? KILOBITS_1 : KILOBITS_2)[bits(header, 12, 15)];
    int hertz = HERTZ[bits(header, 10, 3)] >> slowness(version);
    if (kilobits == 0 || hertz == 0) {
      return Optional.empty();
    }
    int samples = version == VERSION_1 ? 1152 : 576;
    int bytes = samples / 8 * kilobits * 1000 / hertz + bits(header, 9, 1);
    return Optional.of(new MpegFrame(bytes, samples, hertz));
  }

  /** The length of all frames together; empty when there is none. */
  static Optional<Measured> measure(Bytes file) {
    double seconds = 0;
    for (long place = afterTag(file); place < file.length(); ) {
      Optional<MpegFrame> frame = at(file, place);
      seconds += frame.isPresent() ? played(file, place, frame.get()) : 0;
      place += frame.map(MpegFrame::bytes).orElse(1);
    }
    return seconds > 0 ? Optional.of(Measured.sound(OptionalDouble.of(seconds))) : Optional.empty();
  }

  /**
   * What a frame adds. An encoder's first frame may be silent and tell, in its place, how many
   * samples players leave out at both ends: 12 bits each, 141 bytes after its mark.
   */
  private static double played(Bytes file, long place, MpegFrame frame) {
    for (int mark : MARKS) {
      if (file.reads(place + mark, "Xing") || file.reads(place + mark, "Info")) {
        long unplayed = Math.max(0, file.uint24(place + mark + UNPLAYED));
        return -((unplayed >> 12) + (unplayed & 0xFFF)) / (double) frame.hertz();
      }
    }
    return frame.seconds();
  }

  /** An ID3 tag tells its length in four bytes of seven bits, after six bytes of other things. */
  private static long afterTag(Bytes file) {
    if (!file.reads(0, "ID3")) {
      return 0;
    }
    long length = 0;
    for (int at = 6; at < 10; at++) {
      length = (length << 7) | (file.uint8(at) & 0x7F);
    }
    return 10 + length;
  }

  private static int slowness(int version) {
    return version == VERSION_1 ? 0 : version == VERSION_2 ? 1 : 2;
  }

  private static int bits(long header, int shift, int mask) {
    return (int) (header >>> shift) & mask;
  }
}
