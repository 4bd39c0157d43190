/** Runs suites of benchmarks by name and leaves their figures in a run directory. */
@NullMarked
package dev.mimokit.bench.run;

import org.jspecify.annotations.NullMarked;
