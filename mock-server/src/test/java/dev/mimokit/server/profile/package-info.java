/** The built-in profiles, as they are counted. */
@NullMarked
package dev.mimokit.server.profile;

import org.jspecify.annotations.NullMarked;
