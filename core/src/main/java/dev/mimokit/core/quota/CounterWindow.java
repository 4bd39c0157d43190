package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/*
 * Two counters: this calendar window's, and the one's before, weighted by the part of it that a sliding window ending
 * now still covers.
 *
 *   // windows of 60 s, 4 requests; 4 came in the window before
 *   //   0s                      60s     75s     90s
 *   //   A A A A                 |       A R     A
 *   //                                     +-----+  asked at 75s: wait 15 s
 *   // at 75s: 4 x 45/60 + 0 = 3, one more fits; then 4 x 45/60 + 1 = 4, none; at 90s: 4 x 30/60 + 1 = 3, one more
 *
 * The weight falls to the next whole request continuously, so the instant at which a request fits is exact although
 * the count is an estimate: prev * (w - into) <= room * w first holds at into = w - floor(room * w / prev). When this
 * window's own counter is in the way, the same is asked of the next window, whose earlier counter it will be.
 */
/**
 * The approximation many gateways use for a sliding window. Cheap, and wrong where the requests of
 * the window before did not come evenly.
 */
final class CounterWindow extends Window {

  private final long window;
  private final long requestLimit;
  private final long tokenLimit;
  private long start;
  private long into;
  private long earlierRequests;
  private long earlierTokens;
  private long requests;
  private long tokens;

  CounterWindow(Quota quota, long anchorNanos) {
    this.window = quota.windowNanos();
    this.requestLimit = quota.requests();
    this.tokenLimit = quota.tokens();
    this.start = anchorNanos;
  }

  @Override
  void advance(long now) {
    into = now - start;
    if (into >= window || into < 0) {
      long passed = Math.floorDiv(into, window);
      start += passed * window;
      into = now - start;
      earlierRequests = passed == 1 ? requests : 0;
      earlierTokens = passed == 1 ? tokens : 0;
      requests = 0;
      tokens = 0;
    }
  }

  @Override
  boolean requestFits() {
    return requestLimit - requests - weighted(earlierRequests) >= 1;
  }

  @Override
  long headroom() {
    return tokenLimit - tokens - weighted(earlierTokens);
  }

  private long weighted(long earlier) {
    return Share.ceil(earlier, window - into, window);
  }

  @Override
  long requestFitsAt(long now) {
    return fitsAt(requestLimit - 1, requests, earlierRequests);
  }

  @Override
  long tokensFitAt(long now, long asked) {
    return fitsAt(tokenLimit - asked, tokens, earlierTokens);
  }

  /** When what both counters hold is at most {@code most}. */
  private long fitsAt(long most, long current, long earlier) {
    return current > most
        ? start + window + weighsAt(current, most)
        : start + weighsAt(earlier, most - current);
  }

  /** How far into a window {@code earlier} weighs at most {@code room}, which is less. */
  private long weighsAt(long earlier, long room) {
    return window - Share.floor(room, window, earlier);
  }

  @Override
  long charge(long now, long used) {
    requests++;
    tokens += used;
    return start;
  }

  @Override
  void refuse(long now) {
    requests++;
  }

  @Override
  void correct(long now, long ticket, long reserved, long used) {
    if (ticket == start) {
      tokens += used - reserved;
    } else if (ticket == start - window) {
      earlierTokens += used - reserved;
    } else {
      tokens += Math.max(0, used - reserved);
    }
  }

  @Override
  void add(long now, long used) {
    tokens += used;
  }

  @Override
  boolean isEmpty() {
    return requests == 0 && tokens == 0 && earlierRequests == 0 && earlierTokens == 0;
  }

  @Override
  List<Charge> charges(long now) {
    List<Charge> both = new ArrayList<>(2);
    long age = now - start;
    if (earlierRequests > 0 || earlierTokens > 0) {
      both.add(Charge.counted(age + window, earlierRequests, earlierTokens));
    }
    if (requests > 0 || tokens > 0) {
      both.add(Charge.counted(age, requests, tokens));
    }
    return both;
  }

  @Override
  void restore(long now, QuotaState state) {
    state.windowAgeNanos().ifPresent(age -> start = now - age);
    advance(now);
    earlierRequests = 0;
    earlierTokens = 0;
    requests = 0;
    tokens = 0;
    state.charges().forEach(this::count);
  }

  private void count(Charge charge) {
    if (charge.ageNanos() <= into) {
      requests += charge.requests();
      tokens += charge.tokens();
    } else if (charge.ageNanos() <= into + window) {
      earlierRequests += charge.requests();
      earlierTokens += charge.tokens();
    }
  }

  @Override
  OptionalLong age(long now) {
    return OptionalLong.of(now - start);
  }
}
