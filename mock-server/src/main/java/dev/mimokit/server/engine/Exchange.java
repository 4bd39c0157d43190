package dev.mimokit.server.engine;

import java.util.List;
import java.util.Optional;

/**
 * One HTTP request on the lane and the one response it gets. The handler answers exactly once, by
 * {@link #answer} or {@link #stream}, now or later, from any thread.
 */
public interface Exchange {

  /** Number of this exchange within its engine, from 1. */
  long sequence();

  /** When the request had been read whole, on the engine's clock. */
  long arrivalNanos();

  /** The method as sent, for example {@code POST}. */
  String method();

  /** The canonical path, without the query. */
  String path();

  /** The raw query without {@code ?}; empty when there is none. */
  String query();

  /** The first field of that name, ignoring case. */
  Optional<String> header(String name);

  /** The request's body; empty when there is none. Not to be changed. */
  byte[] body();

  /** Sends a whole response. {@code listener} hears once whether it was written. */
  void answer(Answer answer, SendListener listener);

  /**
   * Answers with 500, if nothing was answered yet, and reports {@code broken} on stderr: for a
   * handler that fails after it has returned.
   */
  default void fail(Throwable broken) {
    throw new IllegalStateException("a handler failed", broken);
  }

  /** Sends status and headers, then the events of {@code stream}, each at its due time. */
  void stream(int status, List<Header> headers, EventStream stream);
}
