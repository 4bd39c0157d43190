package dev.mimokit.load.simulation;

import io.gatling.javaapi.core.Simulation;

/**
 * Does a client bring every call through when arrivals do not wait for answers and their rate
 * crosses the quota?
 */
public final class OpenLoadSimulation extends Simulation {

  private final LoadRun run = LoadRun.current();

  /** Made by Gatling. */
  public OpenLoadSimulation() {
    setUp(run.calling().injectOpen(run.open())).protocols(run.protocol()).maxDuration(run.limit());
  }

  @Override
  public void before() {
    run.prepare();
  }
}
