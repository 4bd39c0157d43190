package dev.mimokit.bench.stream;

/**
 * One stream as it arrives.
 *
 * <p>Its schedule is absolute and counted from the instant at which the client wrote the request:
 *
 * <pre>
 *   request written   event 0          event 1                event i
 *   start             start + TTFT     start + TTFT + gap     start + TTFT + i x gap
 *                     |--error--> arrival
 * </pre>
 *
 * So an error holds everything that made the event late: the request's way and its reading by the
 * server, the server's own lateness, the way back, and the client's turn to read it. It can hardly
 * be negative. A late event does not move what is due after it.
 */
final class StreamTrack {

  private final StreamShape shape;
  private final Punctuality punctuality;
  private long start;
  private long first;
  private long latest;
  private int arrived;

  StreamTrack(StreamShape shape, Punctuality punctuality) {
    this.shape = shape;
    this.punctuality = punctuality;
  }

  /** The request is written now. */
  void begin(long now) {
    start = now;
  }

  /**
   * One read has brought {@code events} whole events; 0 is a part of one and counts for nothing.
   */
  void arrive(long now, int events) {
    for (int i = 0; i < events; i++) {
      punctuality.error(now - dueNanos(arrived));
      if (arrived == 0) {
        first = now;
      } else {
        punctuality.gap(now - latest, shape.gap().toNanos());
      }
      latest = now;
      arrived++;
    }
    punctuality.read(events);
  }

  private long dueNanos(int event) {
    return start + StreamShape.TTFT.toNanos() + event * shape.gap().toNanos();
  }

  /** The server has ended its answer; complete when all events came. */
  void end() {
    if (arrived == shape.events()) {
      punctuality.completed((double) (latest - first) / (arrived - 1));
    }
  }
}
