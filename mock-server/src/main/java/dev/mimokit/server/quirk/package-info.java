/**
 * Habits of the platform that no page settles, as switches. It must not know who obeys them, nor
 * how they are configured.
 */
@NullMarked
package dev.mimokit.server.quirk;

import org.jspecify.annotations.NullMarked;
