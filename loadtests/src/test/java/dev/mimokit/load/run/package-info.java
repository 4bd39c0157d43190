/** Tests of the gate against a stand-in for the mock and drivers that misbehave on purpose. */
@NullMarked
package dev.mimokit.load.run;

import org.jspecify.annotations.NullMarked;
