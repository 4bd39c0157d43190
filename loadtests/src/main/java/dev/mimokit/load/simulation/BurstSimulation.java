package dev.mimokit.load.simulation;

import io.gatling.javaapi.core.Simulation;

/**
 * Does a client bring every call through when more of them start at once than one quota window
 * admits?
 */
public final class BurstSimulation extends Simulation {

  private final LoadRun run = LoadRun.current();

  /** Made by Gatling. */
  public BurstSimulation() {
    setUp(run.calling().injectOpen(run.burst())).protocols(run.protocol()).maxDuration(run.limit());
  }

  @Override
  public void before() {
    run.prepare();
  }
}
