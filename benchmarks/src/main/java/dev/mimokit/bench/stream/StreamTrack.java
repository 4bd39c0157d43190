package dev.mimokit.bench.stream;

/**
 * One stream as it arrives.
 *
 * <p>Two schedules are held against it, both absolute: a late event does not move what is due after
 * it.
 *
 * <pre>
 *   request written                       event i due
 *   |---------- TTFT + i x gap -----------|--request error--> arrival
 *       own start                              own due
 *       |---------- TTFT + i x gap ------------|---error----> arrival
 * </pre>
 *
 * The stream's own start is the latest instant at which it can have begun without any event having
 * come early: the least of (arrival i - TTFT - i x gap). An <em>error</em>, counted from there, is
 * never negative and holds what made an event later than the most punctual one of its stream. A
 * <em>request error</em>, counted from the instant before the request was written, holds besides
 * what the whole stream was late by: the way of the request, and the server's reading of it. Errors
 * are known when the stream is over, and only then.
 */
final class StreamTrack {

  private final StreamShape shape;
  private final Punctuality punctuality;
  private final long[] arrivals;
  private long start;
  private int arrived;

  StreamTrack(StreamShape shape, Punctuality punctuality) {
    this.shape = shape;
    this.punctuality = punctuality;
    this.arrivals = new long[shape.events()];
  }

  /** The request is written now. */
  void begin(long now) {
    start = now;
  }

  /** One read has brought the ends of {@code events} events, 0 when it was but a part of one. */
  void arrive(long now, int events) {
    for (int i = 0; i < events; i++) {
      // The surplus of a stream that is too long is not scheduled, only counted.
      if (arrived < arrivals.length) {
        arrivals[arrived] = now;
      }
      arrived++;
    }
    punctuality.read(events);
  }

  /** The server has ended its answer: complete when it had as many events as it should. */
  void end() {
    cut();
    if (arrived == shape.events()) {
      punctuality.completed((double) (arrivals[arrived - 1] - arrivals[0]) / (arrived - 1));
    }
  }

  /** The stream is over without its end: what came of it counts all the same. */
  void cut() {
    int scheduled = Math.min(arrived, arrivals.length);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < scheduled; i++) {
      least = Math.min(least, requestError(i));
    }
    for (int i = 0; i < scheduled; i++) {
      punctuality.requestError(requestError(i));
      punctuality.error(requestError(i) - least);
      if (i > 0) {
        punctuality.gapError(arrivals[i] - arrivals[i - 1] - shape.gap().toNanos());
      }
    }
    if (scheduled > 0) {
      punctuality.ttft(arrivals[0] - start);
    }
  }

  private long requestError(int event) {
    long offset = StreamShape.TTFT.toNanos() + event * shape.gap().toNanos();
    return arrivals[event] - start - offset;
  }
}
