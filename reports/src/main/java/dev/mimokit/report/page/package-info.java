/**
 * A run as one HTML page: what its templates show, ready to be written. It must not know files, nor
 * how a verdict was reached.
 */
@NullMarked
package dev.mimokit.report.page;

import org.jspecify.annotations.NullMarked;
