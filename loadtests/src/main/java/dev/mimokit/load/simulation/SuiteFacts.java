package dev.mimokit.load.simulation;

import java.util.List;

/**
 * The content of {@code gatling.json}: facts of the loads that ended, in the order they ran.
 *
 * @param schemaVersion of this form, now 1
 * @param policy under test
 * @param seed of its jitter
 * @param loads ended so far
 */
public record SuiteFacts(int schemaVersion, String policy, long seed, List<LoadOutcome> loads) {

  /** Copies the list. */
  public SuiteFacts {
    loads = List.copyOf(loads);
  }
}
