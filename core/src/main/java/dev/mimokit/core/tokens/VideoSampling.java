package dev.mimokit.core.tokens;

/**
 * How a video is looked at: how many frames a second, and how closely each.
 *
 * @param fps frames a second, between 0.1 and 10
 */
public record VideoSampling(double fps, Resolution resolution) {

  /** What the platform does when nothing is asked for: 2 frames a second, default resolution. */
  public static final VideoSampling PRESET = new VideoSampling(2, Resolution.DEFAULT);

  /** Refuses a rate outside the range. */
  public VideoSampling {
    if (!accepts(fps)) {
      throw new IllegalArgumentException("fps must be between 0.1 and 10: " + fps);
    }
  }

  /** Whether {@code fps} is within the documented range. */
  public static boolean accepts(double fps) {
    return fps >= 0.1 && fps <= 10;
  }

  /** The field {@code media_resolution}: the most tokens one frame may have. */
  public enum Resolution {
    DEFAULT(300),
    MAX(8192);

    private final long tokensPerFrame;

    Resolution(long tokensPerFrame) {
      this.tokensPerFrame = tokensPerFrame;
    }

    long tokensPerFrame() {
      return tokensPerFrame;
    }
  }
}
