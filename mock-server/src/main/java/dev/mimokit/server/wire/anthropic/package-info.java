/**
 * The Anthropic messages protocol's names: its requests read, its answers, events and errors
 * written. It must not know the other protocols, limits or time.
 */
@NullMarked
package dev.mimokit.server.wire.anthropic;

import org.jspecify.annotations.NullMarked;
