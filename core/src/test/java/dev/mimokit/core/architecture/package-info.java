/**
 * The walls of core, as tests. They know names of packages and of forbidden calls; they must not
 * know what the rooms do.
 */
@NullMarked
package dev.mimokit.core.architecture;

import org.jspecify.annotations.NullMarked;
