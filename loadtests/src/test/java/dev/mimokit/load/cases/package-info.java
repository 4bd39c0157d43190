/** Tests of the case files and their reader. */
@NullMarked
package dev.mimokit.load.cases;

import org.jspecify.annotations.NullMarked;
