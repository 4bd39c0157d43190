/**
 * Traces of requests that others recorded, read row by row. It knows file formats and must not know
 * what a trace is good for.
 */
@NullMarked
package dev.mimokit.cli.trace;

import org.jspecify.annotations.NullMarked;
