/**
 * The clients people really use, unmodified, against the mock: what the wire promises, they
 * understand. It must not know how the mock makes its answers.
 */
@NullMarked
package dev.mimokit.load.wire;

import org.jspecify.annotations.NullMarked;
