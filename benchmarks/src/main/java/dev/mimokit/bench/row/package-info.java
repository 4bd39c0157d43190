/** What a measurement says and whether that meets its target. It must not know how one measures. */
@NullMarked
package dev.mimokit.bench.row;

import org.jspecify.annotations.NullMarked;
