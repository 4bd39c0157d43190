/** What counting tokens costs. It must not know HTTP. */
@NullMarked
package dev.mimokit.bench.tokens;

import org.jspecify.annotations.NullMarked;
