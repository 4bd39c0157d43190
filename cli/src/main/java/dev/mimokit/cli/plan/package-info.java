/**
 * The commands of the capacity planner: questions from flags and YAML, answers as tables and files.
 * It must not know how anything is simulated.
 */
@NullMarked
package dev.mimokit.cli.plan;

import org.jspecify.annotations.NullMarked;
