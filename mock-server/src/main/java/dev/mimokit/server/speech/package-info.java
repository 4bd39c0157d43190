/**
 * Synthetic speech: a text as a melody of tones in the formats the platform sends, and the check of
 * a voice sample. It must not know JSON, requests, limits or when a chunk is due.
 */
@NullMarked
package dev.mimokit.server.speech;

import org.jspecify.annotations.NullMarked;
