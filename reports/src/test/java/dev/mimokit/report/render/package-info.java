/** Tests of the package of the same name. */
@NullMarked
package dev.mimokit.report.render;

import org.jspecify.annotations.NullMarked;
