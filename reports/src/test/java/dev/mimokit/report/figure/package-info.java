/** Tests of the package of the same name. */
@NullMarked
package dev.mimokit.report.figure;

import org.jspecify.annotations.NullMarked;
