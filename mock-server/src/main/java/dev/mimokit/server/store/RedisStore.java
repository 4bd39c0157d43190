package dev.mimokit.server.store;

import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.time.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/**
 * Several nodes, one quota: every decision is one script in Redis, by Redis's clock. Exact while
 * Redis can be believed; otherwise {@link DegradedPolicy} says what holds.
 */
public final class RedisStore implements QuotaStore {

  /** A node that is silent for this long has lost what it had in flight; ASSUMED. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final StoreSpec spec;
  private final RedisLink link;
  private final Ledger ledger;
  private final LongAdder degraded = new LongAdder();

  private RedisStore(StoreSpec spec, RedisLink link, Duration lease) {
    this.spec = spec;
    this.link = link;
    this.ledger = new Ledger(link, lease);
  }

  /**
   * Connects, within seconds.
   *
   * @throws StoreUnavailableException when nothing answers there
   */
  public static RedisStore connect(StoreSpec spec, NanoClock clock) {
    return connect(spec, clock, LEASE);
  }

  static RedisStore connect(StoreSpec spec, NanoClock clock, Duration lease) {
    return new RedisStore(spec, RedisLink.open(spec, clock), lease);
  }

  @Override
  public QuotaGate gate(Subject subject, QuotaLimiter local) {
    Quota quota = local.quota();
    if (isUnlimited(quota)) {
      return QuotaStore.inMemory().gate(subject, local);
    }
    refuses(quota)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return new RedisGate(ledger, new RedisGate.Rules(subject, quota, spec), degraded);
  }

  private static boolean isUnlimited(Quota quota) {
    return quota.requests() == Integer.MAX_VALUE
        && quota.tokens() == Long.MAX_VALUE
        && quota.concurrency() == Integer.MAX_VALUE;
  }

  @Override
  public Optional<String> refuses(Quota quota) {
    if (quota.windowKind() != WindowKind.SLIDING_LOG) {
      return Optional.of(
          "a store in Redis counts over sliding-log windows only, not " + quota.windowKind());
    }
    return quota.counting().countRefused()
        ? Optional.of("a store in Redis does not count refused requests")
        : Optional.empty();
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  /** Decisions taken without Redis since the start. */
  public long degradedDecisions() {
    return degraded.sum();
  }

  /**
   * The cheapest command that changes anything, to compare decisions with; how often it was run.
   */
  public CompletionStage<Long> roundTrip() {
    return link.redis().incr("mimokit:round-trips");
  }

  /** Whether Redis answers now. */
  boolean isUsable() {
    return link.session().usable();
  }

  @Override
  public String description() {
    return "in Redis at "
        + spec.address()
        + (isUsable() ? "" : " (away)")
        + ", "
        + spec.nodes()
        + " nodes, without it "
        + spec.degraded()
        + ", "
        + degradedDecisions()
        + " decisions so";
  }

  @Override
  public void close() {
    link.close();
  }
}
