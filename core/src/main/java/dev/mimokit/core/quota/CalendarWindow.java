package dev.mimokit.core.quota;

import java.util.List;
import java.util.OptionalLong;

/**
 * Fixed windows that follow one another from an anchor. Cheap, and lenient: twice the limit fits
 * around an edge, and everybody who waits is let in at the same instant.
 */
final class CalendarWindow extends Window {

  private final long window;
  private long start;
  private long requests;
  private long tokens;

  CalendarWindow(long windowNanos, long anchorNanos) {
    this.window = windowNanos;
    this.start = anchorNanos;
  }

  @Override
  void advance(long now) {
    long into = now - start;
    if (into >= window || into < 0) {
      start += Math.floorDiv(into, window) * window;
      requests = 0;
      tokens = 0;
    }
  }

  @Override
  long requests() {
    return requests;
  }

  @Override
  long tokens() {
    return tokens;
  }

  @Override
  long requestsLeaveAt(long surplus) {
    return start + window;
  }

  @Override
  long tokensLeaveAt(long surplus) {
    return start + window;
  }

  @Override
  long charge(long now, long used) {
    requests++;
    tokens += used;
    return start;
  }

  @Override
  void correct(long now, long ticket, long reserved, long used) {
    tokens += ticket == start ? used - reserved : Math.max(0, used - reserved);
  }

  @Override
  List<Charge> charges(long now) {
    if (requests == 0 && tokens == 0) {
      return List.of();
    }
    int counted = (int) Math.min(requests, Charge.MAX_REQUESTS);
    return List.of(new Charge(Math.max(0, now - start), counted, tokens));
  }

  @Override
  void restore(long now, QuotaState state) {
    state.windowAgeNanos().ifPresent(age -> start = now - age);
    advance(now);
    requests = 0;
    tokens = 0;
    long age = now - start;
    for (Charge charge : state.charges()) {
      if (charge.ageNanos() <= age) {
        requests += charge.requests();
        tokens += charge.tokens();
      }
    }
  }

  @Override
  OptionalLong age(long now) {
    return OptionalLong.of(now - start);
  }
}
