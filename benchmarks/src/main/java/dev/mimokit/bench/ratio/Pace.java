package dev.mimokit.bench.ratio;

import java.time.Duration;

/**
 * How long a question is measured.
 *
 * @param forks JVMs one after the other
 * @param warmUp for the compiler, in each
 * @param blocks in each, every one of which gives a median
 * @param block the length of one
 */
public record Pace(int forks, Duration warmUp, int blocks, Duration block) {

  /** The order of magnitude. */
  public static final Pace QUICK = new Pace(1, Duration.ofMillis(200), 3, Duration.ofMillis(120));

  /** A figure to quote. */
  public static final Pace FULL = new Pace(3, Duration.ofMillis(500), 3, Duration.ofMillis(400));
}
