package dev.mimokit.core.tokens;

/**
 * How a picture is laid out in squares of 32 x 32 pixels, one token a square.
 *
 * <p>Both sides go to the nearest multiple of 32. An area outside the bounds is scaled back into
 * them, the ratio of the sides kept: down to whole squares when it is too large, up to whole
 * squares when it is too small.
 *
 * <pre>
 *   1920 x 1080  to  1920 x 1088  =  60 x 34  =  2040 squares
 *      1 x    1  to    96 x   96  =   3 x  3  =     9 squares, of 8 at least
 * </pre>
 *
 * <p>A ratio so extreme that no whole squares keep it within the bounds is held to the largest
 * count (ASSUMED).
 *
 * @param maxSquares the most squares a picture may have; the least are {@value #MIN_SQUARES}
 */
record PixelGrid(long maxSquares) {

  static final long MIN_SQUARES = 8;

  private static final long SIDE = 32;
  private static final double SQUARE = SIDE * SIDE;

  /** Squares of a picture; sides in pixels, at least 1. */
  long squares(long width, long height) {
    requireSide("width", width);
    requireSide("height", height);
    double area = (double) width * height;
    double nearest = nearest(width) * nearest(height);
    if (nearest > maxSquares) {
      double shrink = Math.sqrt(area / (maxSquares * SQUARE));
      return held(whole(width / shrink) * whole(height / shrink));
    }
    if (nearest < MIN_SQUARES) {
      double grow = Math.sqrt(MIN_SQUARES * SQUARE / area);
      return held(begun(width * grow) * begun(height * grow));
    }
    return (long) nearest;
  }

  private long held(double squares) {
    return Math.min((long) squares, maxSquares);
  }

  private static double nearest(long side) {
    return Math.rint((double) side / SIDE);
  }

  private static double whole(double side) {
    return Math.max(1, Math.floor(side / SIDE));
  }

  private static double begun(double side) {
    return Math.ceil(side / SIDE);
  }

  private static void requireSide(String name, long side) {
    if (side < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 pixel: " + side);
    }
  }
}
