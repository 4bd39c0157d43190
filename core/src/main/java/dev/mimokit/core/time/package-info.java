/**
 * Where time comes from: the only package that reads the machine's clocks. It must not know who
 * asks.
 */
@NullMarked
package dev.mimokit.core.time;

import org.jspecify.annotations.NullMarked;
