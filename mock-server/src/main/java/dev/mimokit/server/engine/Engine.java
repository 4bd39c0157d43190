package dev.mimokit.server.engine;

/** A running HTTP server. Thread-safe. */
public interface Engine extends AutoCloseable {

  /** The port it listens on; never 0. */
  int port();

  /** Paced streams that are being sent now. */
  int liveStreams();

  /** Forgets every user stub, scenario and journalled request of WireMock. */
  void reset();

  /** Stops within two seconds: drains, then cuts what is left. Idempotent. */
  @Override
  void close();
}
