/** Tests of the suite as its caller sees it: forked, against a stand-in server. */
@NullMarked
package dev.mimokit.load.simulation;

import org.jspecify.annotations.NullMarked;
