package dev.mimokit.bench.ratio;

import dev.mimokit.core.time.NanoClock;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers questions in this JVM. A block in which the other side was not equal to itself is
 * measured again; whether it is depends on the other side alone, so that no subject can profit.
 */
record Measurer(NanoClock clock, Pace pace) {

  /** Of the time that all blocks take when none is disturbed. */
  private static final int PATIENCE = 2;

  /**
   * A reading a block.
   *
   * @throws UnavailableException when a contender cannot run here
   */
  List<Reading> answer(Question question) {
    if (question instanceof Question.Race race) {
      return raced(race);
    }
    return List.of(
        Reading.of(
            question instanceof Question.FirstUse use
                ? use.millis().get()
                : ((Question.Weighing) question).scale().get()));
  }

  private List<Reading> raced(Question.Race race) {
    List<Reading> readings = new ArrayList<>();
    try (Stopwatch watch = new Stopwatch(clock, race.threads())) {
      Racetrack track = new Racetrack(clock, watch, race.sides().get());
      track.warmUp(pace.warmUp());
      long begin = clock.nanoTime();
      while (readings.size() < pace.blocks() || (!isEnough(readings) && isPatient(begin))) {
        readings.add(Reading.of(track.block(pace.block()), race.sense()));
      }
    }
    return kept(readings, pace.blocks());
  }

  private boolean isEnough(List<Reading> readings) {
    return readings.stream().filter(Reading::isUndisturbed).count() == pace.blocks();
  }

  private boolean isPatient(long begin) {
    long planned = pace.blocks() * pace.block().toNanos();
    return clock.nanoTime() - begin < PATIENCE * planned;
  }

  /** The undisturbed ones when there are enough of them; else all, which then say so. */
  static List<Reading> kept(List<Reading> readings, int wanted) {
    List<Reading> good = readings.stream().filter(Reading::isUndisturbed).toList();
    return good.size() < wanted ? List.copyOf(readings) : good;
  }
}
