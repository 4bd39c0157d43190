/**
 * The server's own address below {@code /__mimokit}: state, scripts, journal, reset. It must not
 * change what the platform's routes send.
 */
@NullMarked
package dev.mimokit.server.admin;

import org.jspecify.annotations.NullMarked;
