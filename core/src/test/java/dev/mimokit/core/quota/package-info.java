/** Proofs of the limiter, on hand-made timelines and against a naive oracle. */
@NullMarked
package dev.mimokit.core.quota;

import org.jspecify.annotations.NullMarked;
