package dev.mimokit.server.quirk;

/** When a stream tells its usage. */
public enum UsageChunk {
  /** At the end of every stream. */
  ALWAYS,
  /** Only where {@code stream_options.include_usage} asks for it. */
  INCLUDED
}
