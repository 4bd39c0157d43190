/**
 * What should have happened, and the verdict on what did. Pure: the same judge reads a live, a
 * simulated and a captured journal. It must not know HTTP, a clock, or which client is judged.
 */
@NullMarked
package dev.mimokit.core.conformance;

import org.jspecify.annotations.NullMarked;
