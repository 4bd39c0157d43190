/**
 * What the model answers: speech made up for a call, within its bounds. It must not know how an
 * answer is written, nor when it is sent.
 */
@NullMarked
package dev.mimokit.server.reply;

import org.jspecify.annotations.NullMarked;
