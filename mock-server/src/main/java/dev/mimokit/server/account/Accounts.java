package dev.mimokit.server.account;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.store.QuotaStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All accounts of a server. Configured ones stay; others are made by the first use of a key, at
 * most {@link #LIMIT} at a time, and forgotten when they are idle and room is needed. Thread-safe.
 */
public final class Accounts {

  /** Most accounts held at a time. ASSUMED: an arbitrary bound of this server's memory. */
  public static final int LIMIT = 20_000;

  /** An account's answer to a key. */
  public sealed interface Found {}

  /** The key is valid. */
  public record Known(Account account) implements Found {}

  /** The key is missing, malformed or not listed. */
  public record Unknown() implements Found {}

  /** The key is valid, but this server holds as many busy accounts as it can. */
  public record Full() implements Found {}

  private static final Unknown UNKNOWN = new Unknown();
  private static final Full FULL = new Full();
  private static final long SWEEP_NANOS = 1_000_000_000L;

  private final AccountRules rules;
  private final Profile profile;
  private final boolean strictKeys;
  private final int limit;
  private final List<AccountSpec> specs;
  private final Map<String, String> idByKey = new ConcurrentHashMap<>();
  private final Map<String, Account> byId = new ConcurrentHashMap<>();
  private long latestSweepNanos;
  private boolean swept;

  /**
   * Starts with the configured accounts. With {@code strictKeys} only their keys are valid.
   *
   * @throws IllegalArgumentException in one line, when the store cannot keep a profile's quotas
   */
  public Accounts(
      AccountRules rules, Profile profile, List<AccountSpec> specs, boolean strictKeys) {
    this(rules, profile, specs, strictKeys, LIMIT);
  }

  Accounts(
      AccountRules rules, Profile profile, List<AccountSpec> specs, boolean strictKeys, int limit) {
    this.rules = rules;
    this.profile = profile;
    this.strictKeys = strictKeys;
    this.limit = limit;
    this.specs = List.copyOf(specs);
    rules.checkStore(profile);
    specs.forEach(spec -> rules.checkStore(spec.profile()));
    for (AccountSpec spec : specs) {
      spec.keys().forEach(key -> idByKey.put(key, spec.id()));
    }
    addConfigured();
  }

  private void addConfigured() {
    for (AccountSpec spec : specs) {
      byId.put(spec.id(), make(spec.id(), spec.profile(), true));
    }
  }

  private Account make(String id, Profile held, boolean configured) {
    return new Account(id, held, configured, rules, () -> live(id));
  }

  private NanoClock clock() {
    return rules.clock();
  }

  /** The account of a key, made when it is new. */
  public Found authenticate(ApiKey key) {
    String configured = idByKey.get(key.secret());
    if (configured != null) {
      return enter(configured);
    }
    Optional<String> named = strictKeys ? Optional.empty() : key.account();
    return named.isPresent() ? enter(named.get()) : UNKNOWN;
  }

  /** The account of that id, made when it is new. */
  public Found enter(String id) {
    while (true) {
      long now = clock().nanoTime();
      Account account = byId.get(id);
      if (account == null) {
        if (!hasRoom(now)) {
          return FULL;
        }
        account = byId.computeIfAbsent(id, name -> make(name, profile, false));
      }
      if (account.enter(now)) {
        return new Known(account);
      }
      byId.remove(id, account);
    }
  }

  /** The account of that id, for one that was let in before it was forgotten: room or not. */
  private Account live(String id) {
    while (true) {
      Account account = byId.computeIfAbsent(id, name -> make(name, profile, false));
      if (account.enter(clock().nanoTime())) {
        return account;
      }
      byId.remove(id, account);
    }
  }

  /** The account of that id, if it is held. */
  public Optional<Account> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Where what they use is kept. */
  public QuotaStore store() {
    return rules.store();
  }

  /** Accounts held now. */
  public int size() {
    return byId.size();
  }

  /** Forgets one account; a configured one starts anew. */
  public void forget(String id) {
    Account forgotten = byId.remove(id);
    if (forgotten != null) {
      forgotten.forgetUses();
    }
    specs.stream()
        .filter(spec -> spec.id().equals(id))
        .forEach(spec -> byId.put(id, make(id, spec.profile(), true)));
  }

  /** Forgets what every account has used, and every account that is not configured. */
  public void reset() {
    byId.values().forEach(Account::forgetUses);
    byId.clear();
    addConfigured();
  }

  private boolean hasRoom(long now) {
    if (byId.size() < limit) {
      return true;
    }
    sweep(now);
    return byId.size() < limit;
  }

  /** At most once a second, so that a stream of new keys cannot buy a sweep each. */
  private synchronized void sweep(long now) {
    if (swept && now - latestSweepNanos < SWEEP_NANOS) {
      return;
    }
    swept = true;
    latestSweepNanos = now;
    byId.values().removeIf(account -> account.retireIfIdle(now));
  }
}
