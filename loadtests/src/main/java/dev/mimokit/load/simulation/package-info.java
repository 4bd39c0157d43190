/**
 * The simulations, one per question, and the JVM they run in. The only package that starts Gatling.
 * It must not know cases or verdicts: it returns facts.
 */
@NullMarked
package dev.mimokit.load.simulation;

import org.jspecify.annotations.NullMarked;
