package dev.mimokit.server.store;

import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import java.util.Optional;

/** Keeps what accounts use of models. Thread-safe. */
public interface QuotaStore extends AutoCloseable {

  /** In this process: exact, and answered at once. */
  static QuotaStore inMemory() {
    return MemoryStore.INSTANCE;
  }

  /** The gate of one account and model; {@code local} is this process's own memory of it. */
  QuotaGate gate(Subject subject, QuotaLimiter local);

  /** Why it cannot keep a quota, in one line; empty when it can. */
  Optional<String> refuses(Quota quota);

  /** Whether the gates' local memory is all there is. */
  boolean isLocal();

  /** What it is and how it does, a line to be printed. */
  String description();

  /** Ends what it runs; within a second. Idempotent. */
  @Override
  void close();
}
