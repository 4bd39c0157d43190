package dev.mimokit.server.speech;

import java.nio.ByteBuffer;

/**
 * A very small MP3 encoder: it can play one note at a time and nothing else.
 *
 * <p>The problem: every Java encoder of MP3 is a port of LAME under the LGPL. But our sound is
 * tones, and MP3 stores sound as 576 spectral lines a frame; a tone at the edge of a line needs one
 * number. So nothing is transformed or searched: the number is written down.
 *
 * <pre>
 * frame, 96 bytes = 24 ms at 24 kHz and 32 kbit/s, each complete in itself
 *   header      4 bytes   MPEG-2, Layer III, no checksum, 32 kbit/s, 24 kHz, one channel
 *   side info   9 bytes   one granule, one channel
 *   main data             pairs of lines up to the note's, Huffman table 1, then zeros
 *
 * line of the note 13:  (0,0) x 6, then (0,±1)  =  1 1 1 1 1 1 001 sign
 * </pre>
 *
 * <p>From frame to frame, 576 samples, a tone of {@code line * 24000 / 1152} Hz makes line / 2
 * turns: in even lines the sign stays, in odd ones it changes with every frame. Decoded, all that
 * is not the tone is 20 to 80 dB below it. The overlap of the frames swells and fades the note, so
 * its last frame is left empty.
 *
 * <p>Layout after ISO/IEC 13818-3, 2.4 (lower sampling frequencies), and ISO/IEC 11172-3, 2.4.
 */
final class Mp3Encoder implements Encoder {

  private static final int FRAME_BYTES = 96;
  private static final int HEADER = 0xFFF344C0;

  /** The factor of a ±1 is 2^((gain - 210) / 4); this one is as loud as our PCM. */
  private static final int GAIN = 202;

  @Override
  public int frameBytes() {
    return FRAME_BYTES;
  }

  @Override
  public void write(Note note, int frame, ByteBuffer out) {
    boolean sounds = note.sounds() && (frame < note.frames() - 1 || note.frames() == 1);
    Bits main = sounds ? line(note.line(), note.line() * frame % 2 == 1) : new Bits();
    int end = out.position() + FRAME_BYTES;
    out.putInt(HEADER);
    sideInfo(main.count(), sounds ? note.line() / 2 + 1 : 0).writeTo(out);
    main.writeTo(out);
    while (out.position() < end) {
      out.put((byte) 0);
    }
  }

  /** Pairs of zeros, then the pair that holds the line. */
  private static Bits line(int line, boolean negative) {
    Bits bits = new Bits();
    for (int pair = 0; pair < line / 2; pair++) {
      bits.put(0b1, 1);
    }
    if (line % 2 == 0) {
      bits.put(0b01, 2);
    } else {
      bits.put(0b001, 3);
    }
    return bits.put(negative ? 1 : 0, 1);
  }

  private static Bits sideInfo(int mainBits, int pairs) {
    return new Bits()
        .put(0, 8) // the main data begins in this frame
        .put(0, 1) // private
        .put(mainBits, 12)
        .put(pairs, 9)
        .put(GAIN, 8)
        .put(0, 9) // no scale factors
        .put(0, 1) // a long block
        .put(1, 5) // Huffman table 1 in each of three regions
        .put(1, 5)
        .put(1, 5)
        .put(0, 4) // where the regions end does not matter then
        .put(0, 3)
        .put(0, 1) // scale of the scale factors
        .put(0, 1); // table of the quadruples, of which there are none
  }
}
