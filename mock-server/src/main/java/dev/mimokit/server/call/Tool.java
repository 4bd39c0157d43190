package dev.mimokit.server.call;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A function the model may call. It must not be changed after it was handed over.
 *
 * @param name 1 to 64 letters, digits, - and _
 * @param parameters a JSON schema; a missing node when the function takes none
 * @param definition the text that is counted for it; empty when nothing is
 */
public record Tool(String name, JsonNode parameters, String definition) {

  /** A function that is counted by its name and its schema. */
  public Tool(String name, JsonNode parameters) {
    this(name, parameters, name + parameters);
  }

  /** Whether a name may have that unit: ASCII letters, digits, - and _. */
  public static boolean mayName(char unit) {
    boolean letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    return letter || (unit >= '0' && unit <= '9') || unit == '-' || unit == '_';
  }
}
