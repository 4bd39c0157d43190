/** Tests of {@code dev.mimokit.core.journal}. They must not need a real clock. */
@NullMarked
package dev.mimokit.core.journal;

import org.jspecify.annotations.NullMarked;
