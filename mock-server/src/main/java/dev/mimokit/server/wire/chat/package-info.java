/**
 * The chat protocol's names: its requests read, its answers and events written. It must not know
 * the other protocols, limits or time.
 */
@NullMarked
package dev.mimokit.server.wire.chat;

import org.jspecify.annotations.NullMarked;
