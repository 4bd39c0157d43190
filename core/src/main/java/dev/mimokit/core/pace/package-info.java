/**
 * When each piece of an answer is due. It must not know what the pieces say, nor read a clock or
 * wait.
 */
@NullMarked
package dev.mimokit.core.pace;

import org.jspecify.annotations.NullMarked;
