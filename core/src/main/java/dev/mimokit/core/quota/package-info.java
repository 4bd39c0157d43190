/**
 * May this request start; if not, which limit says so and when to ask again. A pure function of its
 * own state and the nanoseconds handed in: it must not know a clock, accounts, HTTP or models.
 */
@NullMarked
package dev.mimokit.core.quota;

import org.jspecify.annotations.NullMarked;
