package dev.mimokit.server.account;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.quota.ConcurrencyCap;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.store.QuotaStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all accounts of a server have in common: the catalogue, the clocks, whether limits hold, and
 * where what was used is kept. Thread-safe.
 */
public final class AccountRules {

  private static final long MINUTE_MILLIS = 60_000;

  private final Catalog catalog;
  private final NanoClock clock;
  private final WallClock wall;
  private final boolean limited;
  private final QuotaStore store;

  /** One of each: thousands of accounts are held to the same few. */
  private final Map<Quota, Quota> quotas = new ConcurrentHashMap<>();

  /** Kept in that store. */
  public AccountRules(
      Catalog catalog, NanoClock clock, WallClock wall, boolean limited, QuotaStore store) {
    this.catalog = catalog;
    this.clock = clock;
    this.wall = wall;
    this.limited = limited;
    this.store = store;
  }

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

  /** Of all accounts. */
  public NanoClock clock() {
    return clock;
  }

  /** Whether limits hold. */
  public boolean limited() {
    return limited;
  }

  /** Where what was used is kept. */
  public QuotaStore store() {
    return store;
  }

  int models() {
    return catalog.models().size();
  }

  ModelSpec model(int index) {
    return catalog.models().get(index);
  }

  Quota quota(Profile profile, ModelSpec model) {
    Quota quota = limited ? profile.quota(model.limits()) : Quota.unlimited();
    return quotas.computeIfAbsent(quota, same -> same);
  }

  /** Over all models, where they share the limit of requests in flight; else each decides alone. */
  Optional<ConcurrencyCap> cap(Profile profile) {
    return limited && profile.isConcurrencyShared()
        ? Optional.of(new ConcurrencyCap(profile.concurrency().value()))
        : Optional.empty();
  }

  QuotaLimiter limiter(Quota quota, Optional<ConcurrencyCap> cap) {
    return cap.isPresent()
        ? new QuotaLimiter(quota, anchorNanos(), cap.get())
        : new QuotaLimiter(quota, anchorNanos());
  }

  /** The latest whole minute of the wall clock, on the monotonic clock. */
  private long anchorNanos() {
    return clock.nanoTime() - Math.floorMod(wall.epochMillis(), MINUTE_MILLIS) * 1_000_000L;
  }
}
