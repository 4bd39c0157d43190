package dev.mimokit.load.client;

/**
 * One HTTP POST. All attempts of a call send the same one, so that retries are byte-identical.
 *
 * @param body JSON text, sent as UTF-8
 * @param stream whether server-sent events are expected
 */
public record Attempt(String url, String apiKey, String body, boolean stream) {}
