package dev.mimokit.server.wire;

/**
 * One message as far as it is counted and looked at.
 *
 * @param text all its text: content, text parts, names and arguments of tool calls
 */
public record Turn(String role, String text) {}
