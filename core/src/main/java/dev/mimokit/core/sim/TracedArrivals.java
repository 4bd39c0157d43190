package dev.mimokit.core.sim;

/*
 *   // scale 2.5: row i comes floor((i + 1) 2.5) - floor(i 2.5) times
 *   // row      0   1   2   3
 *   // times    2   3   2   3
 *
 * Between the end of one repeat and the beginning of the next passes the mean gap of the trace.
 */
/** Arrivals and tokens of a trace. */
final class TracedArrivals implements Arrivals {

  private final Workload.Traced traced;
  private final Trace trace;
  private final double periodNanos;
  private int repeat;
  private int row;
  private int lastRow;
  private long copies;

  TracedArrivals(Workload.Traced traced) {
    this.traced = traced;
    this.trace = traced.trace();
    double gap = (double) trace.spanNanos() / Math.max(1, trace.size() - 1);
    this.periodNanos = trace.spanNanos() + gap;
    this.copies = copies(0);
  }

  private long copies(long index) {
    return (long) Math.floor((index + 1) * traced.scale())
        - (long) Math.floor(index * traced.scale());
  }

  @Override
  public long next() {
    while (copies == 0) {
      row++;
      if (row == trace.size()) {
        row = 0;
        repeat++;
      }
      if (repeat == traced.repeat()) {
        return NONE;
      }
      copies = copies((long) repeat * trace.size() + row);
    }
    copies--;
    lastRow = row;
    return at();
  }

  /** Whole nanoseconds where nothing is stretched. */
  private long at() {
    if (repeat == 0 && traced.timeCompression() == 1) {
      return trace.arrivalNanos(row);
    }
    double recorded = repeat * periodNanos + trace.arrivalNanos(row);
    return (long) Math.min(recorded / traced.timeCompression(), 9e18);
  }

  @Override
  public int row() {
    return lastRow;
  }
}
