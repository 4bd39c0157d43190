/**
 * The walls between modules, as tests over the whole program. They know names of packages; they
 * must not know what the rooms do.
 */
@NullMarked
package dev.mimokit.cli.architecture;

import org.jspecify.annotations.NullMarked;
