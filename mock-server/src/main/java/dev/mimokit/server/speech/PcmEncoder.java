package dev.mimokit.server.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Samples of 16 bits, little-endian. A note's frequency is a multiple of 24000 / 1152 Hz, so a
 * table of one turn in 1152 steps holds every sample exactly: a lookup, no arithmetic that differs
 * between machines.
 */
final class PcmEncoder implements Encoder {

  private static final int STEPS = 2 * Recording.FRAME_SAMPLES;

  /** A quarter of what 16 bits can hold: -12 dB. */
  private static final int PEAK = 8192;

  private static final short[] SINE = sine();

  @Override
  public int frameBytes() {
    return Recording.FRAME_SAMPLES * Short.BYTES;
  }

  @Override
  public void write(Note note, int frame, ByteBuffer out) {
    out.order(ByteOrder.LITTLE_ENDIAN);
    int first = frame * Recording.FRAME_SAMPLES;
    int samples = note.frames() * Recording.FRAME_SAMPLES;
    int step = note.line();
    int phase = first % STEPS * step % STEPS;
    for (int i = first; i < first + Recording.FRAME_SAMPLES; i++) {
      out.putShort((short) (SINE[phase] * level(i, samples) / Recording.FRAME_SAMPLES));
      phase += step;
      if (phase >= STEPS) {
        phase -= STEPS;
      }
    }
  }

  /** The tone swells over one frame and fades over one, so that it does not click; 0 to 576. */
  private static int level(int sample, int samples) {
    return Math.min(Recording.FRAME_SAMPLES, Math.min(sample, samples - 1 - sample));
  }

  private static short[] sine() {
    short[] sine = new short[STEPS];
    for (int i = 0; i < STEPS; i++) {
      sine[i] = (short) StrictMath.round(PEAK * StrictMath.sin(2 * Math.PI * i / STEPS));
    }
    return sine;
  }
}
