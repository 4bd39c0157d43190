package dev.mimokit.bench.stream;

import dev.mimokit.bench.row.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A shape that is measured, and what figures of it ought to be.
 *
 * @param targets by figure; that all streams complete is one of every case
 */
record StreamCase(StreamShape shape, Map<String, Target> targets) {

  private static final StreamCase SMALL = new StreamCase(shape(100, 20, 1), Map.of());

  /** 25,000 events a second. */
  private static final StreamCase STANDARD =
      new StreamCase(
          shape(500, 20, 1),
          Map.of(
              StreamRows.GAP_MEAN,
              Target.near(20, 0.1),
              StreamRows.ERROR_P99,
              Target.atMost(7),
              StreamRows.COALESCED,
              Target.atMost(0.5)));

  /** 20,000 events a second on four times as many connections. */
  private static final StreamCase LARGE =
      new StreamCase(
          shape(2_000, 100, 4),
          Map.of(StreamRows.ERROR_P99, Target.atMost(10), StreamRows.RSS, Target.atMost(400)));

  /** Copies the targets. */
  StreamCase {
    targets = Map.copyOf(targets);
  }

  private static StreamShape shape(int streams, int gapMillis, int rampSeconds) {
    return new StreamShape(
        streams, 100, Duration.ofMillis(gapMillis), Duration.ofSeconds(rampSeconds));
  }

  /** All of them, or those that are over soon. */
  static List<StreamCase> choice(boolean quick) {
    return quick ? List.of(SMALL, STANDARD) : List.of(SMALL, STANDARD, LARGE);
  }

  Optional<Target> target(String figure) {
    return figure.equals(StreamRows.COMPLETED)
        ? Optional.of(Target.exactly(shape.streams()))
        : Optional.ofNullable(targets.get(figure));
  }
}
