package dev.mimokit.server.speech;

import java.util.SplittableRandom;

/**
 * Who speaks. Two names sound different: in pitch, and in the melody of the same text.
 *
 * @param name a voice of the catalogue, the description of a designed voice, or the fingerprint of
 *     a sample
 * @param seed of the run
 */
public record Voice(String name, long seed) {

  /** Pitches there are, and the lowest of them; one line is 20.8 Hz apart from the next. */
  private static final int PITCHES = 8;

  private static final int LOWEST_LINE = 8;

  /** The line of the voice's lowest note: 167 to 313 Hz. */
  int lowestLine() {
    return LOWEST_LINE + new SplittableRandom(hash(seed, name)).nextInt(PITCHES);
  }

  SplittableRandom melody(String text) {
    return new SplittableRandom(hash(hash(seed, name), text));
  }

  private static long hash(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash * 0x9E3779B97F4A7C15L;
  }
}
