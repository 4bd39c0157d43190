package dev.mimokit.core.plan;

import dev.mimokit.core.sim.Scenario;
import java.util.Optional;

/**
 * How many quota units an objective needs.
 *
 * @param most units that are tried
 */
public record Sizing(CapacityPlan plan, Objective objective, int most) {

  /** What came out. */
  public sealed interface Sized {

    /**
     * The smallest number that meets it.
     *
     * @param below one unit less, which was seen to fail; empty when 1 is enough
     */
    record Enough(int units, Answer answer, Optional<Answer> below) implements Sized {}

    /**
     * No number up to the most does.
     *
     * @param answer at the most units that were tried
     * @param why what stands in the way, as one sentence
     */
    record Impossible(int tried, Answer answer, String why) implements Sized {}
  }

  /** Refuses fewer than 1 unit. */
  public Sizing {
    if (most < 1) {
      throw new IllegalArgumentException("most units must be at least 1: " + most);
    }
  }

  /** The smallest number of units with which the scenario meets the objective. */
  public Sized smallest(Scenario scenario) {
    throw new UnsupportedOperationException(objective.text() + " for " + scenario);
  }
}
