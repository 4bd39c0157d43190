/**
 * Figures as geometry: what is drawn where, and the same data as rows. It must not know markup,
 * colours, or verdicts.
 */
@NullMarked
package dev.mimokit.report.figure;

import org.jspecify.annotations.NullMarked;
