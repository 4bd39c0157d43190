package dev.mimokit.server.call;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A function the model may call. It must not be changed after it was handed over.
 *
 * @param name 1 to 64 letters, digits, - and _
 * @param parameters a JSON schema; a missing node when the function takes none
 */
public record Tool(String name, JsonNode parameters) {}
