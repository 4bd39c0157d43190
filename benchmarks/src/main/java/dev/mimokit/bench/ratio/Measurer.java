package dev.mimokit.bench.ratio;

import dev.mimokit.core.time.NanoClock;
import java.util.ArrayList;
import java.util.List;

/** Answers questions in this JVM. */
record Measurer(NanoClock clock, Pace pace) {

  /**
   * A reading a block.
   *
   * @throws UnavailableException when a contender cannot run here
   */
  List<Reading> answer(Question question) {
    if (question instanceof Question.Race race) {
      return raced(race);
    }
    Question.Weighing weighing = (Question.Weighing) question;
    return List.of(Reading.of(weighing.scale().get()));
  }

  private List<Reading> raced(Question.Race race) {
    List<Reading> readings = new ArrayList<>();
    try (Stopwatch watch = new Stopwatch(clock, race.threads())) {
      Racetrack track = new Racetrack(clock, watch, race.sides().get());
      track.warmUp(pace.warmUp());
      for (int i = 0; i < pace.blocks(); i++) {
        readings.add(Reading.of(track.block(pace.block()), race.sense()));
      }
    }
    return readings;
  }
}
