package dev.mimokit.core.quota;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a limiter has to answer, told from a naive window: a wait is found by trying every
 * nanosecond after now.
 */
final class NaiveQuota {

  private final Quota quota;
  private final Counting counting;
  private final NaiveWindow window;
  private long latest;
  private int inFlight;

  NaiveQuota(Quota quota, long anchor) {
    this.quota = quota;
    this.counting = quota.counting();
    this.window = NaiveWindow.of(quota, anchor);
    this.latest = anchor;
  }

  private long latest(long given) {
    latest = given - latest > 0 ? given : latest;
    return latest;
  }

  private long asked(long tokens) {
    return counting.accounting() == TokenAccounting.ACTUAL_ONLY ? 1 : tokens;
  }

  /** What the limiter should answer, as text: {@code admit}, or the limits and the wait. */
  String ask(long given, long tokens) {
    long now = latest(given);
    Set<Limit> violated = violated(now, asked(tokens));
    boolean admitted = violated.isEmpty() && inFlight < quota.concurrency();
    if (!admitted && counting.countRefused()) {
      window.refuse(now);
    }
    if (asked(tokens) > quota.tokens()) {
      return "[TPM] never";
    }
    if (admitted) {
      return "admit";
    }
    return violated.isEmpty()
        ? "[CONCURRENCY] unknown"
        : violated + " in " + (now - given + wait(now, asked(tokens)));
  }

  /** The wait without asking: as text, {@code none} when no wait is known. */
  String peek(long given, long tokens) {
    long now = latest(given);
    if (asked(tokens) > quota.tokens()) {
      return "none";
    }
    if (violated(now, asked(tokens)).isEmpty()) {
      return inFlight < quota.concurrency() ? "0" : "none";
    }
    return Long.toString(wait(now, asked(tokens)));
  }

  NaiveWindow.Entry admit(long given, long tokens) {
    inFlight++;
    long reserved = counting.accounting() == TokenAccounting.ACTUAL_ONLY ? 0 : tokens;
    return window.add(latest(given), 1, reserved);
  }

  void settle(long given, NaiveWindow.Entry entry, long used) {
    inFlight--;
    long now = latest(given);
    switch (counting.accounting()) {
      case RESERVE_AND_SETTLE -> window.settle(now, entry, used);
      case ACTUAL_ONLY -> {
        if (used > 0) {
          window.add(now, 0, used);
        }
      }
      case ESTIMATE_ONLY -> {}
    }
  }

  int inFlight(long given) {
    latest(given);
    return inFlight;
  }

  private Set<Limit> violated(long now, long asked) {
    Set<Limit> violated = new TreeSet<>();
    if (!window.requestFits(now)) {
      violated.add(Limit.RPM);
    }
    if (!window.tokensFit(now, asked)) {
      violated.add(Limit.TPM);
    }
    return violated;
  }

  private long wait(long now, long asked) {
    long wait = 1;
    while (!violated(now + wait, asked).isEmpty()) {
      wait++;
    }
    return wait;
  }
}
