/** Ordered answers that a test has asked for. It must not know how they are written on the wire. */
@NullMarked
package dev.mimokit.server.script;

import org.jspecify.annotations.NullMarked;
