/**
 * Client libraries nobody here wrote, unmodified, against the mock. They must not look at a clock.
 */
@NullMarked
package dev.mimokit.load.sdk;

import org.jspecify.annotations.NullMarked;
