package dev.mimokit.server.store;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The scripts, and what this node has in flight, whose leases are renewed three times before they
 * lapse: a node that dies gives its concurrency back by saying nothing. Thread-safe.
 */
final class Ledger {

  private static final int RENEWALS = 3;

  private final RedisLink link;
  private final String leaseMicros;
  private final LuaScript acquire;
  private final LuaScript end;
  private final LuaScript renew;
  private final String node = UUID.randomUUID().toString();
  private final AtomicLong latest = new AtomicLong();

  /** The sorted set of leases that each id in flight is in. */
  private final Map<String, String> live = new ConcurrentHashMap<>();

  Ledger(RedisLink link, Duration lease) {
    this.link = link;
    this.leaseMicros = micros(lease.toNanos());
    this.acquire = LuaScript.load(link.redis(), "acquire.lua", ScriptOutputType.MULTI);
    this.end = LuaScript.load(link.redis(), "end.lua", ScriptOutputType.INTEGER);
    this.renew = LuaScript.load(link.redis(), "renew.lua", ScriptOutputType.INTEGER);
    List.of(acquire, end, renew).forEach(link::teach);
    link.every(lease.dividedBy(RENEWALS), this::renewAll);
  }

  /** The sets and the hash that a subject's use is kept in. */
  record Keys(String log, String spent, String leases) {

    static Keys of(Subject subject) {
      String prefix = "mimokit:" + subject.hashTag() + ":";
      return new Keys(prefix + "log", prefix + "spent", prefix + "leases");
    }

    String[] all() {
      return new String[] {log, spent, leases};
    }
  }

  RedisLink link() {
    return link;
  }

  /** A request id that no node has used. */
  String nextId() {
    return node + "-" + latest.incrementAndGet();
  }

  /** {@code limits} are tokens asked, tokens charged, requests, tokens, concurrency, window. */
  CompletionStage<List<Long>> acquire(Keys keys, String id, String... limits) {
    String[] values = new String[limits.length + 2];
    values[0] = id;
    System.arraycopy(limits, 0, values, 1, limits.length);
    values[limits.length + 1] = leaseMicros;
    return acquire.run(link.redis(), keys.all(), values);
  }

  void hold(Keys keys, String id) {
    live.put(id, keys.leases());
  }

  /** Sent and not waited for. What Redis does not hear, lapses. */
  void end(Keys keys, String id, String... charge) {
    live.remove(id);
    String[] values = new String[charge.length + 1];
    values[0] = id;
    System.arraycopy(charge, 0, values, 1, charge.length);
    unheeded(end.run(link.redis(), keys.all(), values));
  }

  /** Without telling Redis, which has forgotten it by order. */
  void drop(String id) {
    live.remove(id);
  }

  /** What is in flight of it is not renewed any more. */
  void forget(Keys keys) {
    live.values().removeIf(keys.leases()::equals);
    unheeded(link.redis().unlink(keys.all()));
  }

  private void renewAll() {
    Map<String, List<String>> ids =
        live.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    ids.forEach(this::renew);
  }

  private void renew(String leases, List<String> ids) {
    String[] values = new String[ids.size() + 1];
    values[0] = leaseMicros;
    for (int i = 0; i < ids.size(); i++) {
      values[i + 1] = ids.get(i);
    }
    unheeded(renew.run(link.redis(), new String[] {leases}, values));
  }

  /** Whether it was heard shows at the next decision. */
  private static void unheeded(CompletionStage<?> sent) {
    sent.toCompletableFuture().isDone();
  }

  /** Rounded up: a wait is never too short. */
  static String micros(long nanos) {
    return Long.toString((nanos + 999) / 1000);
  }
}
