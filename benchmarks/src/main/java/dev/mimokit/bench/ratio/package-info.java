/**
 * Measures two things in turns and says the ratio of their times. It must not know what they are.
 */
@NullMarked
package dev.mimokit.bench.ratio;

import org.jspecify.annotations.NullMarked;
