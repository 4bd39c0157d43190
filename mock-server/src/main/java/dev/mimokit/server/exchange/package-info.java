/**
 * The one way of a request: parse, resolve, count, admit, synthesize, pace, settle. It must not
 * know JSON names or sockets; time comes in through clocks and deadlines only.
 */
@NullMarked
package dev.mimokit.server.exchange;

import org.jspecify.annotations.NullMarked;
