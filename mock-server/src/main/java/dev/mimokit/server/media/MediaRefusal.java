package dev.mimokit.server.media;

/**
 * Why a media part cannot be taken.
 *
 * @param reason one line: what is wrong, and what was expected
 */
public record MediaRefusal(String reason) implements MediaReading {}
