package dev.mimokit.server.reply;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes JSON up. Stateless and thread-safe: the same arguments give the same text. */
public interface Samples {

  /** Compact JSON that fits the schema; an object also when there is none. */
  String arguments(JsonNode schema, long seed, String prompt);

  /** One compact JSON object. */
  String object(long seed, String prompt);
}
