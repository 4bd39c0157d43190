package dev.mimokit.core.quota;

/**
 * The definition of a token bucket, drop by drop: every nanosecond {@code limit} drops leak, and
 * one permit is {@code window} drops. The list of charges is not needed for it.
 */
final class NaiveBucket extends NaiveWindow {

  private final long room;
  private long at;
  private long requestDrops;
  private long tokenDrops;

  NaiveBucket(Quota quota, long anchor) {
    super(quota, anchor);
    long grain = Math.min(quota.counting().grain().toNanos(), window);
    this.room = Math.max(1, quota.requests() * grain / window);
    this.at = anchor;
  }

  private void leak(long now) {
    requestDrops = left(requestDrops, quota.requests(), now);
    tokenDrops = left(tokenDrops, quota.tokens(), now);
    at = now;
  }

  private long left(long drops, long rate, long now) {
    long left = drops;
    for (long t = at; t != now; t++) {
      left = Math.max(0, left - rate);
    }
    return left;
  }

  @Override
  boolean counts(Entry entry, long now) {
    throw new UnsupportedOperationException("drops have no names");
  }

  @Override
  boolean requestFits(long now) {
    return left(requestDrops, quota.requests(), now) + window <= room * window;
  }

  @Override
  boolean tokensFit(long now, long tokens) {
    return left(tokenDrops, quota.tokens(), now) + tokens * window <= quota.tokens() * window;
  }

  @Override
  Entry add(long now, int requests, long tokens) {
    leak(now);
    requestDrops += requests * window;
    tokenDrops += tokens * window;
    return new Entry(now, requests, tokens, dry());
  }

  /** When the tokens of now will all have leaked. */
  private long dry() {
    long drops = tokenDrops;
    long t = at;
    while (drops > 0) {
      drops -= quota.tokens();
      t++;
    }
    return t;
  }

  @Override
  void refuse(long now) {
    leak(now);
    requestDrops = Math.max(requestDrops, Math.min(requestDrops + window, 2 * room * window));
  }

  @Override
  void settle(long now, Entry entry, long used) {
    leak(now);
    long change = (used - entry.tokens) * window;
    long there = Math.max(0, entry.mark - now) * quota.tokens();
    tokenDrops = Math.max(0, tokenDrops + Math.max(change, -there));
  }
}
