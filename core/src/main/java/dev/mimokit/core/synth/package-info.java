/**
 * What the model would have said: seeded text whose tokens are known beforehand. It must not know
 * the wire, nor when a piece is due.
 */
@NullMarked
package dev.mimokit.core.synth;

import org.jspecify.annotations.NullMarked;
