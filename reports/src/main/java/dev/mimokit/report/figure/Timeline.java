package dev.mimokit.report.figure;

import java.util.List;

/**
 * The attempts of a case as a picture and as rows. Coordinates are texts in units of the picture,
 * {@code width} by {@code height}.
 *
 * @param description what is to be seen, for those who do not see it
 * @param caption what was left out; empty when nothing was
 * @param density how many attempts arrived when, of all calls; none while every call has a lane,
 *     else one
 * @param rows the attempts one by one, as far as they fit
 * @param attempts how many there are in all
 */
public record Timeline(
    int width,
    int height,
    String description,
    String caption,
    Frame frame,
    List<Tick> ticks,
    List<Density> density,
    List<Lane> lanes,
    List<Row> rows,
    int attempts) {

  /**
   * Where the plot ends: its left and right edge, and the line of the time axis.
   *
   * @param grid SVG path data of a line at each tick
   */
  public record Frame(String left, String right, String axis, String tickLabels, String grid) {}

  /**
   * All attempts of all calls, counted in equal stretches of time; those served below the others.
   *
   * @param served SVG path data of the bars
   * @param others likewise, upon those
   * @param bins the counts, without stretches in which nothing arrived
   */
  public record Density(String served, String others, List<Bin> bins) {}

  /** How many attempts arrived in a stretch of time. */
  public record Bin(String from, int served, int others) {}

  /**
   * One call.
   *
   * @param top of its band
   * @param middle of its band, where its marks are
   * @param textLine where its texts stand
   */
  public record Lane(
      String label,
      String name,
      String top,
      String band,
      String middle,
      String textLine,
      String told,
      String answer,
      boolean lost,
      List<Span> spans,
      List<Mark> marks) {}

  /**
   * A wait asked for, or the part of it that was not waited.
   *
   * @param ignored whether it is that part
   */
  public record Span(String x, String width, boolean ignored, String title) {}

  /**
   * One attempt, or several too close to be told apart.
   *
   * @param symbol {@code served}, {@code refused}, {@code other} or {@code open}
   * @param early whether it came before the wait asked for was over
   * @param note a text beside it; empty when there is none
   * @param endX where its answer had been written; empty when too close to see
   */
  public record Mark(
      String x,
      String symbol,
      boolean early,
      String title,
      String note,
      String noteX,
      String endX) {}

  /**
   * One attempt in words.
   *
   * @param exchange its number on the server
   * @param key the first digits of its key's hash
   * @param body the first digits of its body's hash
   */
  public record Row(
      String at,
      String call,
      String status,
      String asked,
      String waited,
      String early,
      String exchange,
      String key,
      String body) {}
}
