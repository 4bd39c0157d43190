package dev.mimokit.report.figure;

import java.util.List;

/**
 * Latency by percentile, one curve a tag, as a picture. The rows of the same data are the
 * percentile table beside it.
 */
public record Curves(
    int width,
    int height,
    String description,
    List<Tick> across,
    List<Tick> up,
    List<Curve> curves) {

  /**
   * One tag.
   *
   * @param style its place in the palette, from 0
   * @param path SVG path data
   */
  public record Curve(
      String tag, int style, String path, String endX, String endY, String labelX, String labelY) {}
}
