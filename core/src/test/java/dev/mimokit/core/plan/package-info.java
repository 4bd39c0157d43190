/** Holds what is concluded from simulations to what is known otherwise. */
@NullMarked
package dev.mimokit.core.plan;

import org.jspecify.annotations.NullMarked;
