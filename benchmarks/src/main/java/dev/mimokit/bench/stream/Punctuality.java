package dev.mimokit.bench.stream;

import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How punctual the events of all streams were: nanoseconds in, milliseconds out. {@link
 * StreamTrack} says what the errors are. Not thread-safe.
 */
final class Punctuality {

  private static final long LONGEST = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final double MILLI = 1e6;
  private static final double PERCENT = 100;

  private final Histogram errors = new Histogram(LONGEST, DIGITS);
  private final Histogram requestErrors = new Histogram(LONGEST, DIGITS);
  private final Histogram gapErrors = new Histogram(LONGEST, DIGITS);
  private final Histogram ttfts = new Histogram(LONGEST, DIGITS);
  private long events;
  private long coalesced;
  private long early;
  private int completed;
  private int failed;
  private String firstFailure = "";
  private double gaps;

  void error(long nanos) {
    record(errors, nanos);
  }

  void requestError(long nanos) {
    early += nanos < 0 ? 1 : 0;
    record(requestErrors, nanos);
  }

  /** How far a gap is from what it should be, either way. */
  void gapError(long nanos) {
    record(gapErrors, Math.abs(nanos));
  }

  void ttft(long nanos) {
    record(ttfts, nanos);
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.min(LONGEST, Math.max(0, nanos)));
  }

  /** All events of one read but the first came together with another. */
  void read(int count) {
    events += count;
    coalesced += Math.max(0, count - 1);
  }

  void completed(double meanGapNanos) {
    completed++;
    gaps += meanGapNanos;
  }

  /** A stream broke off. */
  void failed(String why) {
    firstFailure = failed == 0 ? why : firstFailure;
    failed++;
  }

  /** What broke off, in a line; empty when nothing did. */
  Optional<String> complaint() {
    return failed == 0
        ? Optional.empty()
        : Optional.of(failed + " streams broke off, the first: " + firstFailure);
  }

  double errorMillis(double percentile) {
    return errors.getValueAtPercentile(percentile) / MILLI;
  }

  double requestErrorMillis(double percentile) {
    return requestErrors.getValueAtPercentile(percentile) / MILLI;
  }

  double gapErrorMillis(double percentile) {
    return gapErrors.getValueAtPercentile(percentile) / MILLI;
  }

  double ttftMillis(double percentile) {
    return ttfts.getValueAtPercentile(percentile) / MILLI;
  }

  /** Over the completed streams; 0 without any. */
  double meanGapMillis() {
    return completed == 0 ? 0 : gaps / completed / MILLI;
  }

  double coalescedPercent() {
    return events == 0 ? 0 : PERCENT * coalesced / events;
  }

  int completed() {
    return completed;
  }

  /**
   * Events that came sooner after the request than they were due, which a faithful pace has not.
   */
  long early() {
    return early;
  }
}
