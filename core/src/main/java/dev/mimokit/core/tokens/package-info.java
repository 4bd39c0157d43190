/**
 * How many tokens a text has, and how sure that is; how many a picture, a sound or a video has. It
 * must not know where any of them came from or what the tokens are charged to.
 */
@NullMarked
package dev.mimokit.core.tokens;

import org.jspecify.annotations.NullMarked;
