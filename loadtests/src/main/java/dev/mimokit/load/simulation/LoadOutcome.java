package dev.mimokit.load.simulation;

import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Shape;

/**
 * What one load came to.
 *
 * @param load its name
 * @param exitCode Gatling's own: 0 when the simulation ran, also when its time limit cut it; 3 when
 *     it could not run, for example because a preparation was refused
 * @param wallMillis from the start of its turn to the turn's end
 * @param counters what was measured
 */
public record LoadOutcome(
    String load, Shape shape, int exitCode, long wallMillis, Counters counters) {}
