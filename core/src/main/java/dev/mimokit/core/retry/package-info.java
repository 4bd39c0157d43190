/**
 * What a good client does next after a refusal. Pure policy: it must not know HTTP, a clock or who
 * sends; randomness and elapsed time are handed in.
 */
@NullMarked
package dev.mimokit.core.retry;

import org.jspecify.annotations.NullMarked;
