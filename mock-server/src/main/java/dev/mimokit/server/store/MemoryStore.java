package dev.mimokit.server.store;

import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import java.util.Optional;

/** Every gate is its limiter. */
enum MemoryStore implements QuotaStore {
  INSTANCE;

  @Override
  public QuotaGate gate(Subject subject, QuotaLimiter local) {
    return new LocalGate(local);
  }

  @Override
  public Optional<String> refuses(Quota quota) {
    return Optional.empty();
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public String description() {
    return "in this process";
  }

  @Override
  public void close() {}
}
