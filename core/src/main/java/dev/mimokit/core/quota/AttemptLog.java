package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/*
 *   // window 60 s, 2 requests, refused ones count; A admitted, R rejected
 *   //   0s      20s     40s     60s     80s     100s    120s
 *   //   A       A       R       R       R               A
 *   //                                   +---------------+  asked at 80s: wait 40 s, when the attempt of 60s is
 *   //                                                      60 s old: it and the one of 80s fill the window
 *
 * A client that goes on asking is never admitted again. As many instants as the limit are kept, the newest: when one
 * more request fits is decided by the oldest of these, whatever came before. Tokens are in a log of their own.
 */
/** An exact sliding log in which refused requests count as requests. */
final class AttemptLog extends Window {

  private static final int FIRST_CAPACITY = 8;

  private final SlidingLog admitted;
  private final long window;
  private final int limit;
  private long[] at = new long[FIRST_CAPACITY];
  private int tail;
  private int size;

  AttemptLog(Quota quota) {
    this.admitted = new SlidingLog(quota);
    this.window = quota.windowNanos();
    this.limit = quota.requests();
  }

  @Override
  void advance(long now) {
    admitted.advance(now);
    while (size > 0 && now - at[tail] >= window) {
      drop();
    }
  }

  @Override
  boolean requestFits() {
    return size < limit;
  }

  @Override
  long headroom() {
    return admitted.headroom();
  }

  @Override
  long requestFitsAt(long now) {
    return at[tail] + window;
  }

  @Override
  long tokensFitAt(long now, long asked) {
    return admitted.tokensFitAt(now, asked);
  }

  @Override
  long charge(long now, long used) {
    note(now);
    return admitted.charge(now, used);
  }

  @Override
  void refuse(long now) {
    note(now);
  }

  @Override
  void correct(long now, long ticket, long reserved, long used) {
    admitted.correct(now, ticket, reserved, used);
  }

  @Override
  void add(long now, long used) {
    admitted.add(now, used);
  }

  @Override
  boolean isEmpty() {
    return size == 0 && admitted.isEmpty();
  }

  private void note(long instant) {
    if (size == limit) {
      drop();
    }
    if (size == at.length) {
      grow();
    }
    at[wrap(tail + size)] = instant;
    size++;
  }

  private void drop() {
    tail = wrap(tail + 1);
    size--;
  }

  private void grow() {
    long[] wider = Arrays.copyOfRange(at, tail, tail + at.length + (at.length >> 1) + 1);
    System.arraycopy(at, 0, wider, at.length - tail, tail);
    at = wider;
    tail = 0;
  }

  private int wrap(int index) {
    return index >= at.length ? index - at.length : index;
  }

  /** Attempts without tokens, and tokens without requests. */
  @Override
  List<Charge> charges(long now) {
    List<Charge> all = new ArrayList<>();
    int i = tail;
    for (int k = 0; k < size; k++, i = wrap(i + 1)) {
      all.add(new Charge(now - at[i], 1, 0));
    }
    for (Charge charge : admitted.charges(now)) {
      if (charge.tokens() > 0) {
        all.add(new Charge(charge.ageNanos(), 0, charge.tokens()));
      }
    }
    all.sort(Comparator.comparingLong(Charge::ageNanos).reversed());
    return all;
  }

  @Override
  void restore(long now, QuotaState state) {
    tail = 0;
    size = 0;
    List<Charge> spent = new ArrayList<>();
    state.charges().stream()
        .sorted(Comparator.comparingLong(Charge::ageNanos).reversed())
        .forEach(
            charge -> {
              spent.add(new Charge(charge.ageNanos(), 0, charge.tokens()));
              for (int k = 0; k < charge.requests(); k++) {
                note(now - charge.ageNanos());
              }
            });
    admitted.restore(now, new QuotaState(spent, 0, OptionalLong.empty()));
    advance(now);
  }

  @Override
  OptionalLong age(long now) {
    return OptionalLong.empty();
  }
}
