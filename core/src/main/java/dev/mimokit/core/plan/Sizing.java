package dev.mimokit.core.plan;

import dev.mimokit.core.sim.Scenario;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * The smallest number of units with which the scenario meets the objective, found by doubling and
   * halving: right where more units never make it worse, and one unit less was seen to fail in any
   * case.
   */
  public Sized smallest(Scenario scenario) {
    int failed = 0;
    Answer below = null;
    int units = 1;
    while (true) {
      Answer answer = plan.measure(scenario.withUnits(units));
      if (objective.metBy(answer)) {
        return between(scenario, failed, below, units);
      }
      if (units == most || isIdle(answer)) {
        return new Sized.Impossible(units, answer, why(units, answer));
      }
      failed = units;
      below = answer;
      units = units > most / 2 ? most : units * 2;
    }
  }

  private Sized between(Scenario scenario, int fails, @Nullable Answer below, int meets) {
    int failed = fails;
    int enough = meets;
    Answer worse = below;
    while (enough - failed > 1) {
      int middle = failed + (enough - failed) / 2;
      Answer answer = plan.measure(scenario.withUnits(middle));
      if (objective.metBy(answer)) {
        enough = middle;
      } else {
        failed = middle;
        worse = answer;
      }
    }
    return new Sized.Enough(
        enough, plan.simulate(scenario.withUnits(enough)), Optional.ofNullable(worse));
  }

  /** Whether nobody feels any limit, so that more units change nothing. */
  private static boolean isIdle(Answer answer) {
    return answer.replications().stream()
        .allMatch(
            run ->
                run.times().waited() == 0
                    && run.counts().refused() == 0
                    && run.counts().admitted() == run.counts().offered());
  }

  private String why(int units, Answer answer) {
    if (isIdle(answer)) {
      return objective.text()
          + " cannot be met by more quota units: with "
          + units
          + " nobody is refused or waits for a limit any more";
    }
    return objective.text()
        + " is not met with "
        + units
        + " quota units, the most that were tried";
  }
}
