/** Tests of {@code dev.mimokit.core.retry}. They must not need a real clock. */
@NullMarked
package dev.mimokit.core.retry;

import org.jspecify.annotations.NullMarked;
