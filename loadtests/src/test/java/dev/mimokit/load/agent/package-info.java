/** Tests of the driver programs. They must not look at a clock. */
@NullMarked
package dev.mimokit.load.agent;

import org.jspecify.annotations.NullMarked;
