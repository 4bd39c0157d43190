package dev.mimokit.server.content;

/** A recorded stream and the calls it answers. */
public record RecordedAnswer(RequestPattern pattern, Recording recording) {}
