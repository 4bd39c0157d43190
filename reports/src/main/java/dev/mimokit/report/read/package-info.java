/**
 * What a run directory says, read and checked. It must not know how any of it is shown, nor who
 * wrote it.
 */
@NullMarked
package dev.mimokit.report.read;

import org.jspecify.annotations.NullMarked;
