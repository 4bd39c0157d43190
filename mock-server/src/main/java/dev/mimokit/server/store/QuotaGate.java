package dev.mimokit.server.store;

/** Decides for one account and model. Thread-safe; never blocks. */
public interface QuotaGate {

  /**
   * Asks for a permit and {@code tokens} tokens, all or nothing. The answer comes before this
   * returns where the quota is kept in this process, else later, on the store's thread.
   */
  void tryAcquire(long nowNanos, long tokens, Reception reception);

  /** Forgets what was used, on all nodes. What is in flight no longer counts. */
  void forget();
}
