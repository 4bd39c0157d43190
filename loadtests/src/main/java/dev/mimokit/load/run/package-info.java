/**
 * Runs the gate: starts mock and clients, lets the cases happen, asks the judge, writes the run
 * directory. It must not judge by itself, nor render what it wrote.
 */
@NullMarked
package dev.mimokit.load.run;

import org.jspecify.annotations.NullMarked;
