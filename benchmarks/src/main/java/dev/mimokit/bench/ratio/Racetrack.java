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
  private static final int LEAST_SLICES = 40;
  private static final long PATIENCE = 10;
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

  /**
   * Runs both until the compiler has had its time, and finds how many repeats fill a slice. Time
   * alone would not do: a thread that others push aside has done next to nothing meanwhile.
   */
  void warmUp(Duration span) {
    long begin = clock.nanoTime();
    double subjectNanos = Double.MAX_VALUE;
    double otherNanos = Double.MAX_VALUE;
    subjectTimes = 1;
    otherTimes = 1;
    for (int slices = 0; isCold(slices, clock.nanoTime() - begin, span); slices++) {
      subjectNanos = Math.min(subjectNanos, watch.nanosEach(sides.subject(), subjectTimes));
      otherNanos = Math.min(otherNanos, watch.nanosEach(sides.against(), otherTimes));
      subjectTimes = times(subjectNanos, subjectTimes);
      otherTimes = times(otherNanos, otherTimes);
    }
  }

  static boolean isCold(int slices, long spentNanos, Duration span) {
    boolean early = slices < LEAST_SLICES || spentNanos < span.toNanos();
    return slices == 0 || (early && spentNanos < PATIENCE * span.toNanos());
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
