/**
 * The platform's pages as data: which models there are, their limits, and where each figure comes
 * from. It must not know how a limit is enforced, nor what the machine's date is.
 */
@NullMarked
package dev.mimokit.core.catalog;

import org.jspecify.annotations.NullMarked;
