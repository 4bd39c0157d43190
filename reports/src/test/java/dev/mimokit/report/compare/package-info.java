/** Tests of the package of the same name. */
@NullMarked
package dev.mimokit.report.compare;

import org.jspecify.annotations.NullMarked;
