package dev.mimokit.load.simulation;

import io.gatling.javaapi.core.Simulation;

/**
 * Does a client bring every call through, whatever way calls arrive and whatever the server does
 * meanwhile? Loads are data, so one class runs them all: those of one turn side by side, each on an
 * account of its own.
 */
public final class LoadsSimulation extends Simulation {

  private final Turn turn = Turn.current();

  /** Made by Gatling. */
  public LoadsSimulation() {
    setUp(turn.runs().stream().map(LoadRun::population).toList())
        .protocols(turn.protocol())
        .maxDuration(turn.limit());
  }

  @Override
  public void before() {
    turn.runs().forEach(LoadRun::prepare);
  }
}
