/**
 * What happened, in order, and how it is written down. It must not know whether what happened was
 * right, nor how it came over the wire.
 */
@NullMarked
package dev.mimokit.core.journal;

import org.jspecify.annotations.NullMarked;
