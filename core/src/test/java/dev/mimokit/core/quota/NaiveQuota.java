package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The definition of an exact sliding window, written for reading and not for speed: every charge
 * ever made stands in a list, and a wait is found by trying every instant at which something leaves
 * the window.
 */
final class NaiveQuota {

  private static final class Entry {
    final long at;
    final int requests;
    long tokens;

    Entry(long at, int requests, long tokens) {
      this.at = at;
      this.requests = requests;
      this.tokens = tokens;
    }
  }

  private final Quota quota;
  private final long window;
  private final List<Entry> entries = new ArrayList<>();
  private int inFlight;

  NaiveQuota(Quota quota) {
    this.quota = quota;
    this.window = quota.window().toNanos();
  }

  /** What the limiter should answer, as text: {@code admit}, or the limits and the wait. */
  String ask(long now, long tokens) {
    if (tokens > quota.tokens()) {
      return "[TPM] never";
    }
    Set<Limit> violated = violated(now, tokens);
    if (!violated.isEmpty()) {
      return violated + " in " + wait(now, tokens);
    }
    if (inFlight >= quota.concurrency()) {
      return "[CONCURRENCY] unknown";
    }
    return "admit";
  }

  int admit(long now, long tokens) {
    inFlight++;
    entries.add(new Entry(now, 1, tokens));
    return entries.size() - 1;
  }

  void settle(long now, int entry, long tokens) {
    inFlight--;
    Entry admitted = entries.get(entry);
    if (now - admitted.at < window) {
      admitted.tokens = tokens;
    } else if (tokens > admitted.tokens) {
      entries.add(new Entry(now, 0, tokens - admitted.tokens));
    }
  }

  private Set<Limit> violated(long now, long tokens) {
    Set<Limit> violated = new TreeSet<>();
    if (requests(now) + 1 > quota.requests()) {
      violated.add(Limit.RPM);
    }
    if (tokens(now) + tokens > quota.tokens()) {
      violated.add(Limit.TPM);
    }
    return violated;
  }

  private long wait(long now, long tokens) {
    return entries.stream()
        .mapToLong(entry -> entry.at + window - now)
        .filter(delay -> delay > 0)
        .sorted()
        .filter(delay -> violated(now + delay, tokens).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private long requests(long now) {
    return entries.stream().filter(e -> now - e.at < window).mapToLong(e -> e.requests).sum();
  }

  private long tokens(long now) {
    return entries.stream().filter(e -> now - e.at < window).mapToLong(e -> e.tokens).sum();
  }
}
