package dev.mimokit.server.engine;

/** Answers the exchanges of one route. Called on the engine's selector thread: must never block. */
@FunctionalInterface
public interface Handler {

  /** Must lead to exactly one answer. An exception becomes a 500 and is reported on stderr. */
  void handle(Exchange exchange);
}
