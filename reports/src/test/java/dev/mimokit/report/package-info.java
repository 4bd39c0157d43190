/** Tests of the documents a run directory becomes. */
@NullMarked
package dev.mimokit.report;

import org.jspecify.annotations.NullMarked;
