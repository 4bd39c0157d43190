package dev.mimokit.core.tokens;

/**
 * Tokens of sound, about 6.25 a second. DOCUMENTED: audio understanding page, token usage.
 *
 * <p>The page says only "about". A begun token counts whole here, since the one published sample, 3
 * seconds long, showed 19 and not 18 (OBSERVED). The sound of a video has a rule of its own that
 * counts steps instead of seconds, and for whole multiples of 4 seconds comes out one higher.
 */
public final class AudioTokens {

  private static final double PER_SECOND = 6.25;

  /** A length that was added up from parts does not begin a token by its last digit. */
  private static final double ROUNDING = 1e-6;

  private static final long FRAMES_PER_SECOND = 100;
  private static final long FRAMES_PER_STEP = 4;
  private static final long STEPS_PER_TOKEN = 4;
  private static final long MARKERS = 2;

  private AudioTokens() {}

  /** Tokens of a sound file; seconds of at least 0. */
  public static long of(double seconds) {
    return (long) Math.ceil(requireSeconds(seconds) * PER_SECOND - ROUNDING);
  }

  /**
   * Tokens of a video's sound, its two markers included. Sound is cut into frames of 10 ms, both
   * ends framed; four frames make a step and four steps a token: 60 s are 6001 frames, 1501 steps,
   * 376 tokens, and 378 with the markers.
   */
  static long inVideo(double seconds) {
    long frames = (long) (requireSeconds(seconds) * FRAMES_PER_SECOND) + 1;
    long steps = ceil(frames, FRAMES_PER_STEP);
    return ceil(steps, STEPS_PER_TOKEN) + MARKERS;
  }

  private static long ceil(long parts, long whole) {
    return (parts + whole - 1) / whole;
  }

  private static double requireSeconds(double seconds) {
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("seconds must not be negative: " + seconds);
    }
    return seconds;
  }
}
