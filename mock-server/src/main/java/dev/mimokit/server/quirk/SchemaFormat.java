package dev.mimokit.server.quirk;

/** What a {@code response_format} of type {@code json_schema} is taken for. */
public enum SchemaFormat {
  /** A mistake. */
  REFUSED,
  /** The same as {@code json_object}. */
  JSON_OBJECT,
  /** The same as {@code text}. */
  TEXT
}
