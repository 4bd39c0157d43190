package dev.mimokit.server.wire;

/** One protocol: how a call is read and its answer is written. Stateless and thread-safe. */
public interface Dialect {

  /** Reads any bytes; what cannot be served is refused later, by {@link CallBody#check}. */
  CallBody read(byte[] body);

  /** The body of a whole answer. */
  byte[] whole(Spoken spoken);

  /** The events of a streamed answer. */
  Events events(Spoken spoken);

  /** Whether its events have names: a stream heard in one protocol is not replayed in another. */
  boolean namesEvents();

  /** The body of an error; {@code streamed} when the request asked for a stream. */
  byte[] error(PlatformError error, boolean streamed);
}
