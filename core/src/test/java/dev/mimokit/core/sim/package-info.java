/** Holds the simulation to theory, to properties and to checked-in summaries. */
@NullMarked
package dev.mimokit.core.sim;

import org.jspecify.annotations.NullMarked;
