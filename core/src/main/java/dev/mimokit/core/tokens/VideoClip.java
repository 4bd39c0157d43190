package dev.mimokit.core.tokens;

/**
 * What is counted of a video.
 *
 * @param seconds its length, at least 0
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param audible whether it has sound
 */
public record VideoClip(double seconds, long width, long height, boolean audible) {

  /** Refuses a length that is negative or no number. */
  public VideoClip {
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("seconds must not be negative: " + seconds);
    }
  }
}
