/** Tests of {@code dev.mimokit.core.conformance}. They must not need a real clock. */
@NullMarked
package dev.mimokit.core.conformance;

import org.jspecify.annotations.NullMarked;
