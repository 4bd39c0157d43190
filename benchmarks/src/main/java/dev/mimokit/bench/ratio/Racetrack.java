package dev.mimokit.bench.ratio;

import dev.mimokit.core.time.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets both sides of a race take turns in slices of a millisecond, short beside anything that
 * happens to a machine and long beside a reading of the clock. Longer where one repeat is.
 */
final class Racetrack {

  private static final long SLICE_NANOS = 1_000_000;
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_TIMES = 1 << 24;

  private final NanoClock clock;
  private final Stopwatch watch;
  private final Sides sides;
  private int subjectTimes;
  private int otherTimes;

  Racetrack(NanoClock clock, Stopwatch watch, Sides sides) {
    this.clock = clock;
    this.watch = watch;
    this.sides = sides;
  }

  /** Runs both until the compiler has had its time, then finds how many repeats fill a slice. */
  void warmUp(Duration span) {
    long begin = clock.nanoTime();
    subjectTimes = 1;
    otherTimes = 1;
    do {
      subjectTimes = fitted(sides.subject(), subjectTimes);
      otherTimes = fitted(sides.against(), otherTimes);
    } while (clock.nanoTime() - begin < span.toNanos());
  }

  private int fitted(Work work, int times) {
    return times(watch.nanosEach(work, times), times);
  }

  /** How many to do next when {@code times} took that long each; at most doubled at a time. */
  static int times(double nanosEach, int times) {
    double wanted = SLICE_NANOS / Math.max(nanosEach, 1.0 / MOST_TIMES);
    return (int) Math.max(1, Math.min(Math.min(MOST_TIMES, 2.0 * times), wanted));
  }

  /** One block of rounds. */
  List<Round> block(Duration span) {
    List<Round> rounds = new ArrayList<>();
    long begin = clock.nanoTime();
    double before = other();
    while (rounds.size() < LEAST_ROUNDS || clock.nanoTime() - begin < span.toNanos()) {
      double subject = watch.nanosEach(sides.subject(), subjectTimes);
      double between = other();
      double again = other();
      double after = other();
      rounds.add(new Round(before, subject, between, again, after));
      before = after;
    }
    return rounds;
  }

  private double other() {
    return watch.nanosEach(sides.against(), otherTimes);
  }
}
