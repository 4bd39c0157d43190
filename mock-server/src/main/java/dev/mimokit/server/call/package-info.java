/**
 * What a call asks for and what it is answered, in no protocol's words. It must not know how either
 * is written on the wire, nor limits or time.
 */
@NullMarked
package dev.mimokit.server.call;

import org.jspecify.annotations.NullMarked;
