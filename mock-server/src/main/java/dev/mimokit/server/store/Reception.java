package dev.mimokit.server.store;

/** Who hears the answer of a store: exactly one of these, now or later, on any thread. */
public interface Reception {

  /** The request may start; {@code hold} must be ended. */
  void admitted(Hold hold);

  /** A limit does not allow it. */
  void rejected(Refusal refusal);

  /** Nobody can tell, through no fault of the caller's: 503, never 429. */
  void unavailable();
}
