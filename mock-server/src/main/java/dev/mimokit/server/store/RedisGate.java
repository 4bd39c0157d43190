package dev.mimokit.server.store;

import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.server.store.Ledger.Keys;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/*
 * One account's use of one model, kept in Redis.
 *
 * A refusal for requests alone stays true until its time has come, whoever does what: admitted requests do not leave
 * the log early. So it is remembered, and answers here without Redis; its wait was exact when Redis gave it, and can
 * only be too short where tokens charged since have filled the other limit. A refusal for tokens is not remembered,
 * because any node's settlement may make room.
 */
/** Thread-safe. */
final class RedisGate implements QuotaGate {

  private static final Refusal NEVER = new Refusal(Set.of(Limit.TPM), OptionalLong.empty());
  private static final int REQUESTS = 1;
  private static final int TOKENS = 2;
  private static final long MICRO = 1_000;

  /** What is counted, of whom, and what holds without Redis. */
  record Rules(Subject subject, Quota quota, StoreSpec spec) {

    boolean actualOnly() {
      return quota.counting().accounting() == TokenAccounting.ACTUAL_ONLY;
    }

    long windowNanos() {
      return quota.window().toNanos();
    }

    /** How {@code end.lua} is to charge. */
    String mode() {
      return switch (quota.counting().accounting()) {
        case RESERVE_AND_SETTLE -> "correct";
        case ACTUAL_ONLY -> "add";
        case ESTIMATE_ONLY -> "keep";
      };
    }

    /** A node's part of the limits, at least 1 of each; no limit stays no limit. */
    Quota share() {
      return new Quota(
          quota.requests() == Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) part(quota.requests()),
          quota.tokens() == Long.MAX_VALUE ? Long.MAX_VALUE : part(quota.tokens()),
          quota.concurrency() == Integer.MAX_VALUE
              ? Integer.MAX_VALUE
              : (int) part(quota.concurrency()),
          quota.window(),
          quota.counting());
    }

    private long part(long limit) {
      return Math.max(1, limit / spec.nodes());
    }
  }

  /** Requests are used up until then, for whatever has at most so many tokens. */
  private record Block(long untilNanos, long headroom) {

    boolean covers(long nowNanos, long tokens) {
      return tokens <= headroom && untilNanos - nowNanos > 0;
    }
  }

  private final Ledger ledger;
  private final RedisLink link;
  private final Rules rules;
  private final Keys keys;
  private final LongAdder degraded;
  private volatile QuotaGate share;
  private volatile int era;
  private volatile @Nullable Block block;

  RedisGate(Ledger ledger, Rules rules, LongAdder degraded) {
    this.ledger = ledger;
    this.link = ledger.link();
    this.rules = rules;
    this.keys = Keys.of(rules.subject());
    this.degraded = degraded;
    this.share = freshShare();
  }

  private QuotaGate freshShare() {
    return new LocalGate(new QuotaLimiter(rules.share(), link.clock().nanoTime()));
  }

  @Override
  public void tryAcquire(long nowNanos, long tokens, Reception reception) {
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + tokens);
    }
    long asked = rules.actualOnly() ? 1 : tokens;
    Block known = block;
    if (asked > rules.quota().tokens()) {
      reception.rejected(NEVER);
    } else if (known != null && known.covers(nowNanos, asked)) {
      reception.rejected(
          new Refusal(Set.of(Limit.RPM), OptionalLong.of(known.untilNanos() - nowNanos)));
    } else {
      ask(new Asking(nowNanos, asked, rules.actualOnly() ? 0 : asked, link.session()), reception);
    }
  }

  private void ask(Asking asking, Reception reception) {
    if (!isGood(asking.session(), asking.nowNanos())) {
      degrade(asking, reception);
      return;
    }
    String id = ledger.nextId();
    int begun = era;
    ledger
        .acquire(keys, id, asking.values(rules.quota()))
        .whenComplete(
            (answer, failure) -> {
              if (answer != null && link.session().number() == asking.session().number()) {
                hear(answer, asking, new RedisHold(id, asking.charged(), begun), reception);
              } else {
                withdraw(asking, id);
                degrade(asking, reception);
              }
            });
  }

  private boolean isGood(RedisLink.Session session, long nowNanos) {
    return rules.spec().degraded() == DegradedPolicy.OPEN
        ? session.usable()
        : session.remembers(nowNanos, rules.windowNanos());
  }

  /** Whether it was admitted is unknown: if it was, the request stays charged, and nothing else. */
  private void withdraw(Asking asking, String id) {
    link.doubt(asking.session());
    ledger.end(keys, id, "correct", "0", "0", Ledger.micros(rules.windowNanos()));
  }

  private void degrade(Asking asking, Reception reception) {
    degraded.increment();
    switch (rules.spec().degraded()) {
      case LOCAL_SHARE -> share.tryAcquire(asking.nowNanos(), asking.asked(), reception);
      case OPEN -> reception.admitted(new FreeHold());
      case CLOSED -> reception.unavailable();
    }
  }

  private void hear(List<Long> answer, Asking asking, RedisHold hold, Reception reception) {
    int violated = answer.get(0).intValue();
    if (violated == 0) {
      ledger.hold(keys, hold.id);
      reception.admitted(hold);
    } else {
      long untilNanos = link.clock().nanoTime() + answer.get(1) * MICRO;
      if (violated == REQUESTS && hold.begun == era) {
        block = new Block(untilNanos, answer.get(2));
      }
      reception.rejected(refusal(violated, untilNanos - asking.nowNanos()));
    }
  }

  private static Refusal refusal(int violated, long waitNanos) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    if ((violated & REQUESTS) != 0) {
      limits.add(Limit.RPM);
    }
    if ((violated & TOKENS) != 0) {
      limits.add(Limit.TPM);
    }
    return limits.isEmpty()
        ? new Refusal(Set.of(Limit.CONCURRENCY), OptionalLong.empty())
        : new Refusal(limits, OptionalLong.of(waitNanos));
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public synchronized void forget() {
    era++;
    block = null;
    share = freshShare();
    ledger.forget(keys);
  }

  /** One request on its way to Redis, in the session it was asked in. */
  private record Asking(long nowNanos, long asked, long charged, RedisLink.Session session) {

    String[] values(Quota quota) {
      return new String[] {
        Long.toString(asked),
        Long.toString(charged),
        Integer.toString(quota.requests()),
        Long.toString(quota.tokens()),
        Integer.toString(quota.concurrency()),
        Ledger.micros(quota.window().toNanos())
      };
    }
  }

  /** Granted by Redis. */
  private final class RedisHold implements Hold {

    private final String id;
    private final long charged;
    private final int begun;
    private final AtomicBoolean ended = new AtomicBoolean();

    RedisHold(String id, long charged, int begun) {
      this.id = id;
      this.charged = charged;
      this.begun = begun;
    }

    @Override
    public boolean settle(long nowNanos, long usedTokens) {
      boolean first = ended.compareAndSet(false, true);
      if (first && begun == era) {
        ledger.end(
            keys,
            id,
            rules.mode(),
            Long.toString(charged),
            Long.toString(usedTokens),
            Ledger.micros(rules.windowNanos()));
      } else if (first) {
        ledger.drop(id);
      }
      return first;
    }

    @Override
    public boolean cancel(long nowNanos) {
      return settle(nowNanos, 0);
    }
  }

  /** Granted by nobody. */
  private static final class FreeHold implements Hold {

    private final AtomicBoolean ended = new AtomicBoolean();

    @Override
    public boolean settle(long nowNanos, long usedTokens) {
      return ended.compareAndSet(false, true);
    }

    @Override
    public boolean cancel(long nowNanos) {
      return settle(nowNanos, 0);
    }
  }
}
