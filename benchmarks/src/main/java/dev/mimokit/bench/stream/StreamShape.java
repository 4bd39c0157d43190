package dev.mimokit.bench.stream;

import java.time.Duration;

/**
 * How many streams at once, of how many events, how far apart. The first event is due {@link #TTFT}
 * after the request.
 *
 * @param events of each stream: one a token, and role, finish, usage and terminator
 * @param ramp during which the streams begin
 */
public record StreamShape(int streams, int events, Duration gap, Duration ramp) {

  /** From the request to the first event. */
  public static final Duration TTFT = Duration.ofMillis(200);

  /** Events of a stream that carry no token: role, finish, usage, terminator. */
  static final int FRAME = 4;

  private static final double GOLDEN = 0.6180339887498949;

  /** Refuses a shape without tokens. */
  public StreamShape {
    if (streams < 1 || events <= FRAME || gap.isNegative() || ramp.isNegative()) {
      throw new IllegalArgumentException(
          "no such shape: " + streams + " x " + events + " x " + gap + " within " + ramp);
    }
  }

  /** For names of rows: {@code 500x100x20ms}. */
  public String id() {
    return streams + "x" + events + "x" + gap.toMillis() + "ms";
  }

  /** The server's configuration for it. */
  String yaml() {
    return String.format(
        "latency:%n  fixed:%n    ttftMillis: %d%n    interTokenMillis: %d%n"
            + "content:%n  outputTokens: %d%n",
        TTFT.toMillis(), gap.toMillis(), events - FRAME);
  }

  /**
   * When stream {@code k} begins, counted from the first. Evenly along the ramp, and moved within
   * one gap by the golden ratio, so that the streams' slots fill the gap instead of falling on one
   * another; whoever they then meet is the server's own doing.
   */
  long beginNanos(int k) {
    double fraction = k * GOLDEN;
    double within = (fraction - Math.floor(fraction)) * gap.toNanos();
    return ramp.toNanos() * k / streams + (long) within;
  }

  /** From the first stream's beginning to the last event that is due. */
  Duration length() {
    return ramp.plus(TTFT).plus(gap.multipliedBy(events));
  }
}
