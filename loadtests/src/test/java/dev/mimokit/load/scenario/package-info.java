/** Tests of what a load is, without starting Gatling. */
@NullMarked
package dev.mimokit.load.scenario;

import org.jspecify.annotations.NullMarked;
