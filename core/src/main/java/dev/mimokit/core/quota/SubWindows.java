package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/*
 *   // window 60 s of sub-windows of 20 s, 6 requests: 2 a sub-window; A admitted, R rejected
 *   //   0s              20s             40s             60s
 *   //   AA R            A               A A R           AA
 *   //      +------------+  asked at 3s: wait 17 s, for the next sub-window, though 4 of the minute are left
 *
 * The last sub-window of a window ends with it, however short that makes it.
 * Tokens are counted by the whole window: a sub-window's share of them is less than one large request.
 */
/** Calendar windows whose requests are spread: each sub-window admits its share, rounded up. */
final class SubWindows extends Window {

  private final CalendarWindow whole;
  private final long grain;
  private final long share;
  private long start;
  private long requests;

  SubWindows(Quota quota, long anchorNanos) {
    this.whole = new CalendarWindow(quota, anchorNanos);
    this.grain = quota.grainNanos();
    this.share = Share.ceil(quota.requests(), grain, quota.windowNanos());
    this.start = anchorNanos;
  }

  @Override
  void advance(long now) {
    whole.advance(now);
    long into = now - whole.start;
    long current = now - into % grain;
    if (current != start) {
      start = current;
      requests = 0;
    }
  }

  @Override
  boolean requestFits() {
    return requests < share && whole.requestFits();
  }

  @Override
  long headroom() {
    return whole.headroom();
  }

  @Override
  long requestFitsAt(long now) {
    long end = whole.requestFitsAt(now);
    long next = start + grain;
    return whole.requestFits() && end - next > 0 ? next : end;
  }

  @Override
  long tokensFitAt(long now, long asked) {
    return whole.tokensFitAt(now, asked);
  }

  @Override
  long charge(long now, long used) {
    requests++;
    return whole.charge(now, used);
  }

  @Override
  void refuse(long now) {
    requests++;
    whole.refuse(now);
  }

  @Override
  void correct(long now, long ticket, long reserved, long used) {
    whole.correct(now, ticket, reserved, used);
  }

  @Override
  void add(long now, long used) {
    whole.add(now, used);
  }

  @Override
  boolean isEmpty() {
    return requests == 0 && whole.isEmpty();
  }

  /** What came before the sub-window and in it, apart. */
  @Override
  List<Charge> charges(long now) {
    List<Charge> parts = new ArrayList<>(2);
    for (Charge all : whole.charges(now)) {
      long before = Math.max(0, all.requests() - requests);
      parts.add(Charge.counted(all.ageNanos(), before, all.tokens()));
    }
    if (requests > 0) {
      parts.add(Charge.counted(now - start, requests, 0));
    }
    return parts;
  }

  @Override
  void restore(long now, QuotaState state) {
    whole.restore(now, state);
    advance(now);
    long age = now - start;
    requests =
        state.charges().stream()
            .filter(charge -> charge.ageNanos() <= age)
            .mapToLong(Charge::requests)
            .sum();
  }

  @Override
  OptionalLong age(long now) {
    return whole.age(now);
  }
}
