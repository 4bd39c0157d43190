/** Tests of the package of the same name. */
@NullMarked
package dev.mimokit.report.page;

import org.jspecify.annotations.NullMarked;
