/**
 * What a load is in Gatling's words: chains, injection profiles and what is measured while they
 * run. It must not know the mock's inside, nor who is right: it counts, others judge.
 */
@NullMarked
package dev.mimokit.load.scenario;

import org.jspecify.annotations.NullMarked;
