package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/*
 * The exact sliding log: one entry a request, its instant and its tokens, in a ring.
 *
 *   // window 60 s, 3 requests; A admitted, R rejected
 *   //   0s      20s     40s     60s     80s
 *   //   A       A       A   R   A
 *   //                       +---+  asked at 50s: wait 10 s, when the permit of 0s returns
 *
 * An entry counts while now - at < window, so at most `limit` are admitted in any span of that length, which no
 * counter of fixed windows can promise (two of them admit twice the limit around an edge). RPM bounds the log at 100
 * entries of two longs, and the same entries carry the tokens, so TPM is exact for nothing extra.
 *
 * A completion that is charged after its admission has left becomes an entry without a request; its tokens are stored
 * as their complement (~tokens), which is negative. There are never more of these than requests in flight.
 *
 * Entries that have left may stand in the ring until room is needed: what fits beside too many fits beside fewer, so an
 * admission need not look at them. They leave before anything is refused, shown or grown.
 */
final class SlidingLog extends Window {

  private static final int FIRST_CAPACITY = 8;

  /** Of an entry: its instant, then its tokens. */
  private static final int WIDTH = 2;

  private static final long[] NONE = {};

  private final long window;
  private final long requestLimit;
  private final long tokenLimit;
  private long[] ring = NONE;
  private int tail;

  /** Entries, of both sorts. */
  private int size;

  private int late;
  private long oldestTicket;
  private long tokens;

  SlidingLog(Quota quota) {
    this.window = quota.windowNanos();
    this.requestLimit = quota.requests();
    this.tokenLimit = quota.tokens();
  }

  @Override
  boolean fits(long now, long asked) {
    if (requestFits() && asked <= headroom()) {
      return true;
    }
    advance(now);
    return requestFits() && asked <= headroom();
  }

  @Override
  void advance(long now) {
    long[] entries = ring;
    int oldest = tail;
    int left = size;
    long spent = 0;
    while (left > 0 && now - entries[oldest] >= window) {
      long entry = entries[oldest + 1];
      late -= entry < 0 ? 1 : 0;
      spent += tokensOf(entry);
      oldest = wrap(oldest + WIDTH);
      left--;
    }
    oldestTicket += size - left;
    tail = oldest;
    size = left;
    tokens -= spent;
  }

  @Override
  boolean requestFits() {
    return requests() < requestLimit;
  }

  private int requests() {
    return size - late;
  }

  @Override
  long headroom() {
    return tokenLimit - tokens;
  }

  @Override
  long requestFitsAt(long now) {
    long surplus = requests() - requestLimit + 1;
    int i = tail;
    for (int k = 0; k < size; k++, i = wrap(i + WIDTH)) {
      surplus -= requestsOf(ring[i + 1]);
      if (surplus <= 0) {
        return ring[i] + window;
      }
    }
    throw new IllegalStateException("a request fits now");
  }

  @Override
  long tokensFitAt(long now, long asked) {
    long surplus = tokens - (tokenLimit - asked);
    int i = tail;
    for (int k = 0; k < size; k++, i = wrap(i + WIDTH)) {
      surplus -= tokensOf(ring[i + 1]);
      if (surplus <= 0) {
        return ring[i] + window;
      }
    }
    throw new IllegalStateException(asked + " tokens fit now, or never");
  }

  @Override
  long charge(long now, long used) {
    return append(now, used, used);
  }

  @Override
  void refuse(long now) {
    throw new IllegalStateException("refused requests are counted by an attempt log");
  }

  /** What has left need not be forgotten for it. */
  @Override
  void settle(long now, long ticket, long reserved, long used) {
    correct(now, ticket, reserved, used);
  }

  @Override
  void correct(long now, long ticket, long reserved, long used) {
    long offset = ticket - oldestTicket;
    int i = offset < 0 ? 0 : wrap(tail + (int) offset * WIDTH);
    if (offset >= 0 && now - ring[i] < window) {
      ring[i + 1] = used;
      tokens += used - reserved;
    } else if (used > reserved) {
      add(now, used - reserved);
    }
  }

  @Override
  void add(long now, long used) {
    append(now, ~used, used);
    late++;
  }

  @Override
  boolean isEmpty() {
    return size == 0;
  }

  private long append(long now, long entry, long addedTokens) {
    if (size * WIDTH == ring.length) {
      makeRoom(now);
    }
    int i = wrap(tail + size * WIDTH);
    ring[i] = now;
    ring[i + 1] = entry;
    tokens += addedTokens;
    long ticket = oldestTicket + size;
    size++;
    return ticket;
  }

  /**
   * By forgetting where that gives much, or all there can be: else it would be asked again at once.
   */
  private void makeRoom(long now) {
    advance(now);
    int capacity = ring.length / WIDTH;
    if (capacity < requestLimit && size >= capacity - capacity / 4) {
      ring = unrolled((int) Math.min(requestLimit, wider(capacity)));
      tail = 0;
    } else if (size == capacity) {
      ring = unrolled(wider(capacity));
      tail = 0;
    }
  }

  private static int wider(int capacity) {
    return Math.max(FIRST_CAPACITY, capacity + (capacity >> 1) + 1);
  }

  private long[] unrolled(int capacity) {
    long[] wider = new long[WIDTH * capacity];
    int untilEnd = ring.length - tail;
    System.arraycopy(ring, tail, wider, 0, untilEnd);
    System.arraycopy(ring, 0, wider, untilEnd, tail);
    return wider;
  }

  private int wrap(int index) {
    return index >= ring.length ? index - ring.length : index;
  }

  private static int requestsOf(long entry) {
    return entry >= 0 ? 1 : 0;
  }

  private static long tokensOf(long entry) {
    return entry >= 0 ? entry : ~entry;
  }

  @Override
  List<Charge> charges(long now) {
    List<Charge> all = new ArrayList<>(size);
    int i = tail;
    for (int k = 0; k < size; k++, i = wrap(i + WIDTH)) {
      long entry = ring[i + 1];
      all.add(new Charge(Math.max(0, now - ring[i]), requestsOf(entry), tokensOf(entry)));
    }
    return all;
  }

  @Override
  void restore(long now, QuotaState state) {
    clear();
    state.charges().stream()
        .sorted(Comparator.comparingLong(Charge::ageNanos).reversed())
        .forEach(charge -> put(now - charge.ageNanos(), charge));
    advance(now);
  }

  private void put(long instant, Charge charge) {
    if (charge.requests() == 0) {
      add(instant, charge.tokens());
    }
    for (int k = 0; k < charge.requests(); k++) {
      charge(instant, k == 0 ? charge.tokens() : 0);
    }
  }

  private void clear() {
    oldestTicket += size;
    tail = 0;
    size = 0;
    late = 0;
    tokens = 0;
  }

  @Override
  OptionalLong age(long now) {
    return OptionalLong.empty();
  }
}
