package dev.mimokit.server.speech;

/**
 * A sample that no voice can be cloned from.
 *
 * @param reason one line that says what was found and what was expected; ASSUMED, the platform's
 *     words are not known
 */
public record BadSample(String reason) implements SampleCheck {}
