package dev.mimokit.core.plan;

import dev.mimokit.core.sim.Scenario;
import java.util.List;

/**
 * Asks the simulation and concludes. The answer is the same, to the bit, at any number of threads.
 *
 * @param threads how many run at once; at least 1
 */
public record CapacityPlan(int threads) {

  /** Refuses fewer than 1 thread. */
  public CapacityPlan {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
  }

  /** Every replication of a scenario, and the same without each of its limits. */
  public Answer simulate(Scenario scenario) {
    throw new UnsupportedOperationException("simulate " + scenario);
  }

  /** The same scenario if each of the hypotheses were true, in their order. */
  public List<Answer> sideBySide(Scenario scenario, List<Hypothesis> hypotheses) {
    return hypotheses.stream().map(one -> simulate(one.on(scenario))).toList();
  }
}
