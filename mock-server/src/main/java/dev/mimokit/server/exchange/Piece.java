package dev.mimokit.server.exchange;

/** What one event of a stream says, and how many tokens that is. */
public record Piece(String text, boolean reasoning, long tokens) {}
