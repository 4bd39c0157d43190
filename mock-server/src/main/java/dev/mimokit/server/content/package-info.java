/**
 * What a user wants answers to say: canned answers, recordings, lengths, directives in the prompt,
 * words that are moderated. It must not know how an answer is written, nor when it is sent.
 */
@NullMarked
package dev.mimokit.server.content;

import org.jspecify.annotations.NullMarked;
