package dev.mimokit.server.content;

/**
 * A call of a tool that a canned answer makes.
 *
 * @param arguments a JSON object, said as it stands
 */
public record CannedCall(String name, String arguments) {}
