package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.Arrays;
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
 */
final class SlidingLog extends Window {

  private static final int FIRST_CAPACITY = 8;

  private final long window;
  private final long requestLimit;
  private final long tokenLimit;
  private long[] at = new long[FIRST_CAPACITY];
  private long[] charged = new long[FIRST_CAPACITY];
  private int tail;
  private int size;
  private long oldestTicket;
  private long requests;
  private long tokens;

  SlidingLog(Quota quota) {
    this.window = quota.windowNanos();
    this.requestLimit = quota.requests();
    this.tokenLimit = quota.tokens();
  }

  @Override
  void advance(long now) {
    while (size > 0 && now - at[tail] >= window) {
      requests -= requestsOf(charged[tail]);
      tokens -= tokensOf(charged[tail]);
      tail = wrap(tail + 1);
      size--;
      oldestTicket++;
    }
  }

  @Override
  boolean requestFits() {
    return requests < requestLimit;
  }

  @Override
  long headroom() {
    return tokenLimit - tokens;
  }

  @Override
  long requestFitsAt(long now) {
    long surplus = requests - requestLimit + 1;
    int i = tail;
    for (int k = 0; k < size; k++, i = wrap(i + 1)) {
      surplus -= requestsOf(charged[i]);
      if (surplus <= 0) {
        return at[i] + window;
      }
    }
    throw new IllegalStateException("a request fits now");
  }

  @Override
  long tokensFitAt(long now, long asked) {
    long surplus = tokens - (tokenLimit - asked);
    int i = tail;
    for (int k = 0; k < size; k++, i = wrap(i + 1)) {
      surplus -= tokensOf(charged[i]);
      if (surplus <= 0) {
        return at[i] + window;
      }
    }
    throw new IllegalStateException(asked + " tokens fit now, or never");
  }

  @Override
  long charge(long now, long used) {
    requests++;
    return append(now, used, used);
  }

  @Override
  void refuse(long now) {
    throw new IllegalStateException("refused requests are counted by an attempt log");
  }

  @Override
  void correct(long now, long ticket, long reserved, long used) {
    long offset = ticket - oldestTicket;
    if (offset >= 0) {
      charged[wrap(tail + (int) offset)] = used;
      tokens += used - reserved;
    } else if (used > reserved) {
      add(now, used - reserved);
    }
  }

  @Override
  void add(long now, long used) {
    append(now, ~used, used);
  }

  @Override
  boolean isEmpty() {
    return size == 0;
  }

  private long append(long now, long entry, long addedTokens) {
    if (size == at.length) {
      grow();
    }
    int i = wrap(tail + size);
    at[i] = now;
    charged[i] = entry;
    tokens += addedTokens;
    return oldestTicket + size++;
  }

  private void grow() {
    int capacity = at.length + (at.length >> 1) + 1;
    at = unrolled(at, capacity);
    charged = unrolled(charged, capacity);
    tail = 0;
  }

  private long[] unrolled(long[] ring, int capacity) {
    long[] wider = new long[capacity];
    int untilEnd = ring.length - tail;
    System.arraycopy(ring, tail, wider, 0, untilEnd);
    System.arraycopy(ring, 0, wider, untilEnd, tail);
    return wider;
  }

  private int wrap(int index) {
    return index >= at.length ? index - at.length : index;
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
    for (int k = 0; k < size; k++, i = wrap(i + 1)) {
      all.add(new Charge(Math.max(0, now - at[i]), requestsOf(charged[i]), tokensOf(charged[i])));
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
    Arrays.fill(charged, 0);
    tail = 0;
    size = 0;
    requests = 0;
    tokens = 0;
  }

  @Override
  OptionalLong age(long now) {
    return OptionalLong.empty();
  }
}
