package dev.mimokit.core.quota;

import java.util.List;
import java.util.function.ToLongFunction;

/*
 * A bucket that drains: what is charged is poured in, the limit's rate leaks out, and what would overflow is refused.
 *
 *   // 6 per 60 s, room for 2; A admitted, R rejected
 *   //   0s      10s     20s     30s     40s
 *   //   AA R    A       A                AA
 *   //      +----+  asked at 1s: wait 9 s, when one has leaked
 *
 * One permit of a limit L per window w leaks in w / L nanoseconds, which need not be whole. So the level is held in
 * units that are whole for both: leak = L / g units a nanosecond, cost = w / g units a permit, with g their greatest
 * common divisor. Nothing is ever rounded but the answer, an instant, and that up.
 *
 * GCRA holds the same in one number, the instant at which the bucket will be empty.
 */
/** A level that drains at the rate of a limit. Not thread-safe. */
final class Bucket {

  private static final long MOST = Long.MAX_VALUE / 4;

  private final long leak;
  private final long cost;
  private final long capacity;
  private final long dregs;
  private long level;
  private long at;

  /**
   * Empty at {@code nowNanos}.
   *
   * @param limit per window, or {@code none} when there is no limit
   * @param room how many fit at once
   */
  Bucket(long limit, long none, long room, long windowNanos, long nowNanos) {
    long divisor = divisor(limit, windowNanos);
    boolean limited = limit != none;
    this.leak = limited ? limit / divisor : 1;
    this.cost = limited ? windowNanos / divisor : 0;
    this.capacity = room * cost;
    this.dregs = 2 * capacity;
    this.at = nowNanos;
  }

  /** Whether that many per window can be held in whole units, together and twice over. */
  static boolean canCount(long limit, long none, long windowNanos) {
    return limit == none || limit <= MOST / 2 / (windowNanos / divisor(limit, windowNanos));
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  void advance(long now) {
    long elapsed = now - at;
    at = now;
    if (level > 0) {
      long leaked = elapsed * leak;
      boolean all = leaked < 0 || leaked >= level || Math.multiplyHigh(elapsed, leak) != 0;
      level = all ? 0 : level - leaked;
    }
  }

  /** How many fit; negative when it holds more than it has room for. */
  long headroom() {
    return cost == 0 ? Long.MAX_VALUE : Math.floorDiv(capacity - level, cost);
  }

  long fitsAt(long now, long amount) {
    return now + up(level - capacity + amount * cost, leak);
  }

  void pour(long amount) {
    level = cost == 0 || amount <= (MOST - level) / cost ? level + amount * cost : MOST;
  }

  /** Pours a refused one: a client that never waits owes at most one more bucket. */
  void pourRefused() {
    level = Math.max(level, Math.min(dregs, level + cost));
  }

  /** The instant at which all that is in it now will have leaked. */
  long emptyAt() {
    return at + up(level, leak);
  }

  /** Takes back, but only what has not leaked of a charge that was to have leaked at an instant. */
  void takeBack(long amount, long emptyAtNanos) {
    long there = Math.max(0, emptyAtNanos - at) * leak;
    long asked = cost == 0 || amount <= MOST / cost ? amount * cost : MOST;
    level = Math.max(0, level - Math.min(asked, there));
  }

  boolean isEmpty() {
    return level == 0;
  }

  /** How many would leave this level when poured {@link #heldFor} ago. */
  long held() {
    return cost == 0 ? 0 : up(level, cost);
  }

  long heldFor() {
    return cost == 0 ? 0 : (held() * cost - level) / leak;
  }

  /** Pours charges, oldest first, at their ages. */
  void refill(long now, List<Charge> charges, ToLongFunction<Charge> amount) {
    level = 0;
    for (Charge charge : charges) {
      advance(now - charge.ageNanos());
      pour(amount.applyAsLong(charge));
    }
    advance(now);
  }

  private static long up(long amount, long by) {
    return amount / by + (amount % by == 0 ? 0 : 1);
  }
}
