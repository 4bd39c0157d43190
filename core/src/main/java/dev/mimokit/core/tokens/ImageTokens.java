package dev.mimokit.core.tokens;

/**
 * Tokens of a picture: one for each square of 32 x 32 pixels, between 8 and 8192 for any usual
 * ratio of the sides. DOCUMENTED: image understanding page, token usage.
 *
 * <p>The page's own helper divides where it should multiply when a picture is below the least area
 * of 8192 pixels, and so gives 1 to 4 tokens. Taken here for a slip: the rule it states is
 * followed.
 */
public final class ImageTokens {

  private static final PixelGrid GRID = new PixelGrid(8192);

  private ImageTokens() {}

  /** Tokens of a picture whose sides are given in pixels, in either order; at least 1 each. */
  public static long of(long width, long height) {
    return GRID.squares(width, height);
  }
}
