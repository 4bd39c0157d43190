package dev.mimokit.load.simulation;

import io.gatling.javaapi.core.Simulation;

/** Is a client that stays below its quota left alone? */
public final class ClosedLoadSimulation extends Simulation {

  private final LoadRun run = LoadRun.current();

  /** Made by Gatling. */
  public ClosedLoadSimulation() {
    setUp(run.callingAndThinking().injectClosed(run.profile().closed()))
        .protocols(run.protocol())
        .maxDuration(run.limit());
  }

  @Override
  public void before() {
    run.prepare();
  }
}
