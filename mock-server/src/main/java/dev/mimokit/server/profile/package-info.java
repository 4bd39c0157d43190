/**
 * The readings of what the platform does not document, each with its ground. It must not know HTTP
 * or JSON.
 */
@NullMarked
package dev.mimokit.server.profile;

import org.jspecify.annotations.NullMarked;
