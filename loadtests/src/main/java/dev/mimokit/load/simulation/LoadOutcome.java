package dev.mimokit.load.simulation;

import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Shape;

/**
 * What one simulation came to.
 *
 * @param load its shape
 * @param exitCode Gatling's own: 0 when the simulation ran, also when its time limit cut it; 3 when
 *     it could not run, for example because a preparation was refused
 * @param wallMillis from Gatling's start to its end
 * @param counters what was measured
 */
public record LoadOutcome(Shape load, int exitCode, long wallMillis, Counters counters) {}
