/**
 * The platform's bytes: requests read, answers, errors and events written. The only package that
 * knows the platform's JSON names. It must not know limits, time or the engine's sockets.
 */
@NullMarked
package dev.mimokit.server.wire;

import org.jspecify.annotations.NullMarked;
