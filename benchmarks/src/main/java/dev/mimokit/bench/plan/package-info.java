/** Asks how fast the capacity planner simulates, in a JVM of its own with a bounded heap. */
@NullMarked
package dev.mimokit.bench.plan;

import org.jspecify.annotations.NullMarked;
