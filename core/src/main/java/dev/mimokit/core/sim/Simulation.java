package dev.mimokit.core.sim;

/** Runs scenarios in virtual time. Stateless and thread-safe. */
public final class Simulation {

  private Simulation() {}

  /**
   * One replication, the same for the same scenario and number whatever else runs.
   *
   * @param replication counted from 0
   */
  public static Measured run(Scenario scenario, int replication) {
    return new Run(scenario, replication, new QuadHeap(), Observer.NONE).run();
  }
}
