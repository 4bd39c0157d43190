/** Tests of the package of the same name. */
@NullMarked
package dev.mimokit.report.read;

import org.jspecify.annotations.NullMarked;
