package dev.mimokit.load.simulation;

import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Shape;

/**
 * What one simulation came to.
 *
 * @param load its shape
 * @param exitCode Gatling's own: 0 when the simulation ran to its end
 * @param wallMillis from Gatling's start to its end
 * @param counters what was measured
 */
public record LoadOutcome(Shape load, int exitCode, long wallMillis, Counters counters) {}
