/**
 * The program: commands, exit codes, and the one line a user reads when something is wrong. It
 * knows every room's front door; it must not know what happens behind it.
 */
@NullMarked
package dev.mimokit.cli;

import org.jspecify.annotations.NullMarked;
