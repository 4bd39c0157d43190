/**
 * How many tokens a text has, and how sure that is. It must not know where the text came from or
 * what its tokens are charged to.
 */
@NullMarked
package dev.mimokit.core.tokens;

import org.jspecify.annotations.NullMarked;
