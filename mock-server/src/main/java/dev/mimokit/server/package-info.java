/**
 * The mock server as a whole: start it, ask for its address, close it. It must not know clients
 * under test.
 */
@NullMarked
package dev.mimokit.server;

import org.jspecify.annotations.NullMarked;
