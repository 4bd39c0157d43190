package dev.mimokit.report.figure;

import dev.mimokit.core.conformance.Attempt;

/**
 * One attempt on the axis of a figure, in seconds from the first arrival.
 *
 * @param at when it arrived
 * @param end when its answer had been written; equal to {@code at} while there is none
 * @param status 0 while there is none
 * @param asked the wait that was asked for in Retry-After; NaN without one
 * @param causes why it was refused; empty when it was not
 * @param earlyBy how long before the end of the wait asked for before it; 0 when not early
 * @param wire what tells it from other attempts
 */
record Sent(
    double at, double end, int status, double asked, String causes, double earlyBy, Wire wire) {

  /** The judge's allowance for clocks, as in core's early-retries. */
  private static final double CLOCKS = 0.010;

  /**
   * An attempt's number on the server, and the first digits of the hashes of its key and body: the
   * same call sends the same.
   */
  record Wire(String exchange, String key, String body) {

    static Wire of(Attempt attempt) {
      return new Wire(Long.toString(attempt.exchange()), attempt.keyHash(), attempt.bodyHash());
    }
  }

  static Sent of(Attempt attempt, long startNanos, double dueBefore) {
    double at = seconds(attempt.receivedNanos() - startNanos);
    double end = seconds(attempt.answeredNanos().orElse(attempt.receivedNanos()) - startNanos);
    double asked =
        attempt.retryAfterNanos().isPresent()
            ? seconds(attempt.retryAfterNanos().getAsLong())
            : Double.NaN;
    String causes =
        attempt.causes().stream()
            .sorted()
            .map(Enum::name)
            .reduce((left, right) -> left + ", " + right)
            .orElse("");
    double early = dueBefore - at;
    double earlyBy = early > CLOCKS ? early : 0;
    return new Sent(at, end, attempt.status(), asked, causes, earlyBy, Wire.of(attempt));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  boolean asks() {
    return asked > 0;
  }

  /** When the wait asked for is over; NaN without one. */
  double due() {
    return end + asked;
  }

  boolean early() {
    return earlyBy > 0;
  }

  Answer answer() {
    return Answer.of(status);
  }
}
