/**
 * What to conclude: how many quota units, which limit binds, what users wait, how sure that is. It
 * asks the simulation and must not know how it works, nor how an answer is shown.
 */
@NullMarked
package dev.mimokit.core.plan;

import org.jspecify.annotations.NullMarked;
