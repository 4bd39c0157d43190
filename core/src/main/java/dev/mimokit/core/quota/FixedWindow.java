package dev.mimokit.core.quota;

import java.util.List;

/** Counts one span at a time: when it has ended, all that it counted is forgotten at once. */
abstract sealed class FixedWindow extends Window permits CalendarWindow, FirstRequestWindow {

  final long window;
  private final long requestLimit;
  private final long tokenLimit;
  long start;
  private long requests;
  private long tokens;

  FixedWindow(Quota quota, long startNanos) {
    this.window = quota.windowNanos();
    this.requestLimit = quota.requests();
    this.tokenLimit = quota.tokens();
    this.start = startNanos;
  }

  /** Makes sure that a span is open which contains now. */
  abstract void open(long now);

  /** Whether a span is open, so that its edge is known. */
  abstract boolean isOpen();

  final void forget() {
    requests = 0;
    tokens = 0;
  }

  @Override
  final boolean requestFits() {
    return requests < requestLimit;
  }

  @Override
  final long headroom() {
    return tokenLimit - tokens;
  }

  @Override
  final long requestFitsAt(long now) {
    return start + window;
  }

  @Override
  final long tokensFitAt(long now, long asked) {
    return start + window;
  }

  @Override
  final long charge(long now, long used) {
    open(now);
    requests++;
    tokens += used;
    return start;
  }

  @Override
  final void refuse(long now) {
    open(now);
    requests++;
  }

  @Override
  final void correct(long now, long ticket, long reserved, long used) {
    if (isOpen() && ticket == start) {
      tokens += used - reserved;
    } else if (used > reserved) {
      add(now, used - reserved);
    }
  }

  @Override
  final void add(long now, long used) {
    open(now);
    tokens += used;
  }

  @Override
  final boolean isEmpty() {
    return requests == 0 && tokens == 0;
  }

  @Override
  final List<Charge> charges(long now) {
    return isEmpty() ? List.of() : List.of(Charge.counted(now - start, requests, tokens));
  }

  /** Counts the charges that are as young as the open span. */
  final void recount(long age, QuotaState state) {
    forget();
    for (Charge charge : state.charges()) {
      if (charge.ageNanos() <= age) {
        requests += charge.requests();
        tokens += charge.tokens();
      }
    }
  }
}
