package dev.mimokit.core.plan;

import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.sim.Measured;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Simulation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Asks the simulation and concludes. The answer is the same, to the bit, at any number of threads.
 *
 * @param threads how many replications run at once; at least 1
 */
public record CapacityPlan(int threads) {

  /** Refuses fewer than 1 thread. */
  public CapacityPlan {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
  }

  /** Every replication, and again without each of the limits, where anybody waited at all. */
  public Answer simulate(Scenario scenario) {
    Answer plain = measure(scenario);
    return hurt(plain) ? plain.with(plain.binding().against(plain, removed(scenario))) : plain;
  }

  /** Every replication; the binding limit is told by refusals and waits alone. */
  public Answer measure(Scenario scenario) {
    return Answer.of(scenario, replications(scenario));
  }

  /** The same scenario if each of the hypotheses were true, in their order. */
  public List<Answer> sideBySide(Scenario scenario, List<Hypothesis> hypotheses) {
    return hypotheses.stream().map(one -> simulate(one.on(scenario))).toList();
  }

  /** Whether any limit, or anything else, was felt. */
  private static boolean hurt(Answer answer) {
    return answer.replications().stream()
        .anyMatch(
            run ->
                run.counts().refused() > 0
                    || run.times().waited() > 0
                    || run.counts().admitted() < run.counts().offered());
  }

  private Map<Limit, Answer> removed(Scenario scenario) {
    Map<Limit, Answer> removed = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      if (exists(limit, scenario.supply().quota())) {
        removed.put(limit, measure(scenario.without(limit)));
      }
    }
    return removed;
  }

  private static boolean exists(Limit limit, Quota quota) {
    return switch (limit) {
      case RPM -> quota.requests() != Integer.MAX_VALUE;
      case TPM -> quota.tokens() != Long.MAX_VALUE;
      case CONCURRENCY -> quota.concurrency() != Integer.MAX_VALUE;
    };
  }

  private List<Measured> replications(Scenario scenario) {
    int replications = scenario.extent().replications();
    List<Callable<Measured>> runs = new ArrayList<>(replications);
    for (int i = 0; i < replications; i++) {
      int replication = i;
      runs.add(() -> Simulation.run(scenario, replication));
    }
    return Lanes.run(threads, runs);
  }
}
