package dev.mimokit.server.account;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.quota.ConcurrencyCap;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.store.QuotaStore;
import java.util.Optional;

/**
 * What all accounts of a server have in common: the catalogue, the clocks, whether limits hold, and
 * where what was used is kept.
 */
public record AccountRules(
    Catalog catalog, NanoClock clock, WallClock wall, boolean limited, QuotaStore store) {

  private static final long MINUTE_MILLIS = 60_000;

  /** Kept in this process. */
  public AccountRules(Catalog catalog, NanoClock clock, WallClock wall, boolean limited) {
    this(catalog, clock, wall, limited, QuotaStore.inMemory());
  }

  /**
   * Makes sure that the store can keep what a profile asks for.
   *
   * @throws IllegalArgumentException in one line, when it cannot
   */
  void checkStore(Profile profile) {
    if (store.isLocal() || !limited) {
      return;
    }
    Optional<String> refused =
        profile.isConcurrencyShared()
            ? Optional.of("a store in Redis keeps no concurrency over all models of an account")
            : store.refuses(quota(profile, model(0)));
    refused.ifPresent(
        why -> {
          throw new IllegalArgumentException("profile '" + profile.name() + "': " + why);
        });
  }

  int models() {
    return catalog.models().size();
  }

  ModelSpec model(int index) {
    return catalog.models().get(index);
  }

  Quota quota(Profile profile, ModelSpec model) {
    return limited ? profile.quota(model.limits()) : Quota.unlimited();
  }

  /** Over all models, where they share the limit of requests in flight. */
  ConcurrencyCap cap(Profile profile) {
    return new ConcurrencyCap(
        limited && profile.isConcurrencyShared()
            ? profile.concurrency().value()
            : Integer.MAX_VALUE);
  }

  /** The latest whole minute of the wall clock, on the monotonic clock. */
  long anchorNanos() {
    return clock.nanoTime() - Math.floorMod(wall.epochMillis(), MINUTE_MILLIS) * 1_000_000L;
  }
}
