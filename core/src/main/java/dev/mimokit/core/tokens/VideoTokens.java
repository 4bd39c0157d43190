package dev.mimokit.core.tokens;

/**
 * Tokens of a video. DOCUMENTED: video understanding page, token usage.
 *
 * <pre>
 *   frames = ceil(seconds x fps), at most 2048, made even
 *   grids  = frames / 2: two frames are looked at as one
 *   video  = grids x (squares of a frame + timestamp + 2) + 2
 *
 *   60 s of 1920 x 1080:  120 frames, 60 grids of 23 x 12 squares (736 x 384 pixels)
 *                         60 x (276 + 3 + 2) + 2 = 16862, and 378 of sound = 17240
 * </pre>
 *
 * <p>A timestamp has 3 tokens, above 2 frames a second 5. A frame has at most 300 squares, or 8192
 * at the resolution {@code max}; all grids together have at most 131072, so that in long videos
 * each gets fewer. How the platform splits the sum between video and sound in its usage was not
 * seen: markers and timestamps are taken for video (ASSUMED).
 *
 * @param video tokens of what is seen
 * @param audio tokens of what is heard; 0 for a silent video
 */
public record VideoTokens(long video, long audio) {

  private static final long MAX_FRAMES = 2048;
  private static final long MAX_SQUARES = 131_072;
  private static final long FRAMES_PER_GRID = 2;
  private static final double SPARSE_FPS = 2;
  private static final long SPARSE_TIMESTAMP = 3;
  private static final long DENSE_TIMESTAMP = 5;
  private static final long GRID_MARKERS = 2;
  private static final long VIDEO_MARKERS = 2;

  /** Tokens of a clip looked at in this way. */
  public static VideoTokens of(VideoClip clip, VideoSampling sampling) {
    long grids = grids(clip.seconds(), sampling.fps());
    long squares = grid(grids, sampling).squares(clip.width(), clip.height());
    long timestamp = sampling.fps() > SPARSE_FPS ? DENSE_TIMESTAMP : SPARSE_TIMESTAMP;
    return new VideoTokens(
        grids * (squares + timestamp + GRID_MARKERS) + VIDEO_MARKERS,
        clip.audible() ? AudioTokens.inVideo(clip.seconds()) : 0);
  }

  /** All tokens together. */
  public long total() {
    return video + audio;
  }

  private static long grids(double seconds, double fps) {
    double frames = Math.min(Math.ceil(seconds * fps), MAX_FRAMES);
    return Math.max(1, (long) Math.ceil(frames / FRAMES_PER_GRID));
  }

  private static PixelGrid grid(long grids, VideoSampling sampling) {
    return new PixelGrid(Math.min(sampling.resolution().tokensPerFrame(), MAX_SQUARES / grids));
  }
}
