/** What a decision of the limiter costs. It must not know HTTP. */
@NullMarked
package dev.mimokit.bench.quota;

import org.jspecify.annotations.NullMarked;
