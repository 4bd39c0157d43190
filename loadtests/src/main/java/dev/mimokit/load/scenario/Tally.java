package dev.mimokit.load.scenario;

import java.util.List;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/**
 * Counters and latencies of one load, from its samples: a pure function.
 *
 * <p>Call latency counts from the intended start. In open loads (a burst is one) that is the origin
 * of the load plus the user's offset in the injection profile. Gatling does not tell its origin, so
 * it is taken as the earliest one that no start contradicts: the least of (real start - offset)
 * over all finished calls, since a user may start late but never early. Latencies are therefore too
 * short by as much as the most punctual user was late, at most. In closed loads no plan says when a
 * call begins; there the intended start is the real one.
 */
public final class Tally {

  /** Latencies above ten minutes are counted as ten minutes. */
  private static final long MOST_MICROS = 600_000_000L;

  private final Recorder recorder;
  private final List<CallSample> calls;
  private final List<AttemptSample> attempts;
  private final long[] arrivals;
  private final long originNanos;

  /**
   * Reads {@code recorder}.
   *
   * @param arrivals offsets by user, as {@link Profile#arrivals} gives them; empty in closed loads
   */
  public Tally(Recorder recorder, long[] arrivals) {
    this.recorder = recorder;
    this.calls = recorder.finished();
    this.attempts = recorder.attempts();
    this.arrivals = arrivals.clone();
    this.originNanos = origin();
  }

  private long origin() {
    return calls.stream()
        .mapToLong(call -> call.startNanos() - offset(call))
        .reduce((a, b) -> a - b < 0 ? a : b)
        .orElse(0);
  }

  private long offset(CallSample call) {
    return planned(call) ? arrivals[(int) call.user() - 1] : 0;
  }

  private boolean planned(CallSample call) {
    return call.user() <= arrivals.length;
  }

  private long intendedStart(CallSample call) {
    return planned(call) ? originNanos + offset(call) : call.startNanos();
  }

  private long callMicros(CallSample call) {
    return micros(call.endNanos() - intendedStart(call));
  }

  /** Facts about all calls. */
  public Counters counters() {
    long answered = calls.stream().filter(CallSample::answered).count();
    return new Counters(
        recorder.offered(),
        answered,
        calls.size() - answered,
        attempts.size(),
        attempts(attempt -> attempt.status() == 429),
        attempts(Tally::failed),
        attempts(attempt -> attempt.status() == 0),
        calls.stream().mapToLong(CallSample::attempts).max().orElse(0),
        calls.stream().mapToLong(this::callMicros).max().orElse(0));
  }

  /** Microseconds from intended start to answer, of answered calls. */
  public Histogram callLatency() {
    Histogram histogram = new Histogram(MOST_MICROS, 3);
    calls.stream()
        .filter(CallSample::answered)
        .forEach(call -> histogram.recordValue(callMicros(call)));
    return histogram;
  }

  /** Microseconds of each attempt that got an answer, whatever it said. */
  public Histogram attemptLatency() {
    Histogram histogram = new Histogram(MOST_MICROS, 3);
    attempts.stream()
        .filter(attempt -> attempt.status() != 0)
        .forEach(attempt -> histogram.recordValue(micros(attempt.nanos())));
    return histogram;
  }

  private long attempts(Predicate<AttemptSample> kind) {
    return attempts.stream().filter(kind).count();
  }

  private static boolean failed(AttemptSample attempt) {
    return !attempt.answered() && attempt.status() != 429 && attempt.status() != 0;
  }

  private static long micros(long nanos) {
    return Math.min(MOST_MICROS, Math.max(0, nanos / 1_000));
  }
}
