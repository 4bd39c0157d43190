package dev.mimokit.core.pace;

import java.time.Duration;

/** How fast an answer comes; it gives every answer a {@link Timetable}. Pure and thread-safe. */
public sealed interface Pacing {

  /**
   * The timetable of one answer.
   *
   * @param promptTokens tokens of the prompt, which may delay the first token
   * @param seed of this answer; the same seed gives the same timetable
   */
  Timetable timetable(long promptTokens, long seed);

  /** Everything is due at once. */
  static Pacing off() {
    return new Off();
  }

  /** The first event after {@code ttft}, each other one {@code interToken} after the one before. */
  static Pacing fixed(Duration ttft, Duration interToken) {
    return new Fixed(ttft.toNanos(), interToken.toNanos());
  }

  /** The pace a model shows, from {@link SpeedTable}: ASSUMED from published timings. */
  static Pacing documented(String modelId) {
    return new Drawn(SpeedTable.of(modelId));
  }

  /** The same with every span multiplied by {@code scale}; 0 is {@link #off}. */
  default Pacing scaled(double scale) {
    return scale == 1 ? this : new Scaled(this, scale);
  }

  /** No waiting at all. */
  record Off() implements Pacing {

    @Override
    public Timetable timetable(long promptTokens, long seed) {
      return new Timetable(0, 0);
    }
  }

  /** The same for every answer. */
  record Fixed(long ttftNanos, long interTokenNanos) implements Pacing {

    /** Refuses negative spans. */
    public Fixed {
      if (ttftNanos < 0 || interTokenNanos < 0) {
        throw new IllegalArgumentException(
            "pacing must not be negative: ttft "
                + ttftNanos
                + " ns, inter-token "
                + interTokenNanos
                + " ns");
      }
    }

    @Override
    public Timetable timetable(long promptTokens, long seed) {
      return new Timetable(ttftNanos, interTokenNanos);
    }
  }

  /** A first token after a wait drawn from the speed's distribution, then a steady decode. */
  record Drawn(Speed speed) implements Pacing {

    private static final long SECOND_NANOS = 1_000_000_000;

    @Override
    public Timetable timetable(long promptTokens, long seed) {
      return new Timetable(
          speed.ttftNanos(promptTokens, seed), SECOND_NANOS / speed.tokensPerSecond());
    }
  }

  /** Another pacing, slower or faster. */
  record Scaled(Pacing pacing, double scale) implements Pacing {

    /** Refuses what is not a finite number of at least 0. */
    public Scaled {
      if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("scale must be at least 0: " + scale);
      }
    }

    @Override
    public Timetable timetable(long promptTokens, long seed) {
      return pacing.timetable(promptTokens, seed).slowed(scale, scale, 0);
    }
  }
}
