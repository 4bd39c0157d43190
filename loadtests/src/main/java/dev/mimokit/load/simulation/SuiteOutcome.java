package dev.mimokit.load.simulation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run of the suite came to: facts, no verdict.
 *
 * @param exitCode of the suite's JVM: 0 all loads ran, 2 the plan was refused, 3 Gatling failed,
 *     above 128 ended by a signal
 * @param timedOut whether the suite was ended because its time was over
 * @param loads outcomes of the loads that ended, in order; fewer than planned when something failed
 * @param log Gatling's console output
 */
public record SuiteOutcome(int exitCode, boolean timedOut, List<LoadOutcome> loads, Path log) {

  /** Copies the list. */
  public SuiteOutcome {
    loads = List.copyOf(loads);
  }

  /** The outcome of the load of that name, if it ended. */
  public Optional<LoadOutcome> load(String name) {
    return loads.stream().filter(outcome -> outcome.load().equals(name)).findFirst();
  }
}
