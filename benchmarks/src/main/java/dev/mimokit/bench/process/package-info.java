/** The servers that are measured, each a process of its own. It must not know what is measured. */
@NullMarked
package dev.mimokit.bench.process;

import org.jspecify.annotations.NullMarked;
