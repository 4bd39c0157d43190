package dev.mimokit.server.account;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.quota.ConcurrencyCap;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.store.QuotaGate;
import dev.mimokit.server.store.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * One account: its rules and what it has used of each model. Thread-safe.
 *
 * <p>A forgotten account may still be in somebody's hand. What that one uses is then the use of the
 * account that has taken its place, so that no permit is lost or granted twice.
 */
public final class Account {

  /** An account is only forgotten when nobody has asked for it for this long. */
  static final Duration REST = Duration.ofMinutes(2);

  private final String id;
  private final boolean configured;
  private final AccountRules rules;
  private final AtomicReferenceArray<ModelUse> uses;
  private final Supplier<Account> heir;
  private final AtomicLong scripted = new AtomicLong();
  private volatile Profile profile;
  private Optional<ConcurrencyCap> cap;
  private boolean changed;
  private long latestNanos;
  private boolean retired;

  /** With the account of the same id that is to be asked when this one is forgotten. */
  Account(
      String id, Profile profile, boolean configured, AccountRules rules, Supplier<Account> heir) {
    this.id = id;
    this.heir = heir;
    this.cap = rules.cap(profile);
    this.profile = profile;
    this.configured = configured;
    this.rules = rules;
    this.uses = new AtomicReferenceArray<>(rules.models());
    this.latestNanos = rules.clock().nanoTime();
  }

  /** The part of its keys between {@code sk-} and the first point, or its configured name. */
  public String id() {
    return id;
  }

  /** Whether the configuration names it. */
  public boolean configured() {
    return configured;
  }

  /** The rules it is held to now. */
  public Profile profile() {
    return profile;
  }

  /** What it uses of the model at that place of the catalogue. */
  public ModelUse use(int model) {
    ModelUse use = uses.get(model);
    return use != null ? use : firstUse(model);
  }

  /** The same without making it: empty until the model was asked for. */
  public Optional<ModelUse> seen(int model) {
    return Optional.ofNullable(uses.get(model));
  }

  /** Counts an answer that a script gave. */
  public void countScripted() {
    scripted.incrementAndGet();
  }

  /** Answers that a script gave. */
  public long scripted() {
    return scripted.get();
  }

  /** Takes other rules and forgets what was used under the old ones. */
  public synchronized void hold(Profile other) {
    profile = other;
    cap = rules.cap(other);
    changed = true;
    forgetUses();
    for (int model = 0; model < uses.length(); model++) {
      uses.set(model, null);
    }
  }

  /** Lets the store forget what was used; this process forgets by dropping the account. */
  void forgetUses() {
    for (int model = 0; model < uses.length(); model++) {
      seen(model).map(ModelUse::gate).ifPresent(QuotaGate::forget);
    }
  }

  /** Starts anew with a model, under limits of its own. */
  public synchronized ModelUse restart(int model, Quota quota) {
    changed = true;
    ModelUse use = uses.get(model);
    if (use != null) {
      use.end(rules.clock().nanoTime());
    }
    return begin(model, quota);
  }

  /** The limits of a model under the account's rules. */
  public Quota quota(ModelSpec model) {
    return rules.quota(profile, model);
  }

  /** Requests in flight that a quota allows, or all models together where they share the limit. */
  public int concurrency(Quota quota) {
    return profile.isConcurrencyShared() && rules.limited()
        ? Math.min(quota.concurrency(), profile.concurrency().value())
        : quota.concurrency();
  }

  private ModelUse firstUse(int model) {
    synchronized (this) {
      if (!retired) {
        ModelUse use = uses.get(model);
        return use != null ? use : begin(model, quota(rules.model(model)));
      }
    }
    return heir.get().use(model);
  }

  private ModelUse begin(int model, Quota quota) {
    QuotaLimiter limiter = rules.limiter(quota, cap);
    Subject subject = new Subject(id, rules.model(model).id());
    ModelUse fresh = new ModelUse(limiter, rules.store().gate(subject, limiter));
    uses.set(model, fresh);
    return fresh;
  }

  /** Notes that somebody asks for it; false when it has been forgotten meanwhile. */
  synchronized boolean enter(long nowNanos) {
    latestNanos = nowNanos;
    return !retired;
  }

  /** Forgets the account when nothing would be lost by it. */
  synchronized boolean retireIfIdle(long nowNanos) {
    if (configured || changed || nowNanos - latestNanos < REST.toNanos()) {
      return false;
    }
    for (int model = 0; model < uses.length(); model++) {
      if (!retireUse(model, nowNanos)) {
        return false;
      }
    }
    retired = true;
    return true;
  }

  /** An ended limiter is out of reach before anybody it sends on can look here. */
  private boolean retireUse(int model, long nowNanos) {
    ModelUse use = uses.get(model);
    if (use != null && !use.retireIfIdle(nowNanos, () -> firstUse(model))) {
      return false;
    }
    uses.set(model, null);
    return true;
  }
}
