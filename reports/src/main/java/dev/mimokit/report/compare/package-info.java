/**
 * Whether one benchmark run is slower than another, and how sure that is. It must not know how the
 * figures were measured. The only room that imports commons-statistics.
 */
@NullMarked
package dev.mimokit.report.compare;

import org.jspecify.annotations.NullMarked;
