/**
 * What every command knows of the program that it is part of: its version, how it is started, its
 * exit codes, and its progress on a terminal. It must not know any command.
 */
@NullMarked
package dev.mimokit.cli.program;

import org.jspecify.annotations.NullMarked;
