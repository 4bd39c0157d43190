/**
 * Tests of the reference client, and the same client in virtual time before the real mock. They
 * must not need a real clock; the tests over loopback do not look at one.
 */
@NullMarked
package dev.mimokit.load.client;

import org.jspecify.annotations.NullMarked;
