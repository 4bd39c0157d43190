/** Seeded text of several kinds, so that benchmarks do not measure one repeated line. */
@NullMarked
package dev.mimokit.bench.corpus;

import org.jspecify.annotations.NullMarked;
