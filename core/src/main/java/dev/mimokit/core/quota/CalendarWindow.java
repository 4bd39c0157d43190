package dev.mimokit.core.quota;

import java.util.OptionalLong;

/*
 *   // windows of 60 s from an anchor, 3 requests; A admitted, R rejected
 *   //   0s                  50s     60s                     120s
 *   //   |                   AAA R   AAA                     |
 *   //                           +---+  asked at 55s: wait 5 s, when the next window opens
 *
 * Six were admitted within ten seconds: twice the limit fits around an edge.
 */
/**
 * Fixed windows that follow one another from an anchor. Cheap, and lenient: twice the limit fits
 * around an edge, and everybody who waits is let in at the same instant.
 */
final class CalendarWindow extends FixedWindow {

  CalendarWindow(Quota quota, long anchorNanos) {
    super(quota, anchorNanos);
  }

  @Override
  void advance(long now) {
    long into = now - start;
    if (into >= window || into < 0) {
      start += Math.floorDiv(into, window) * window;
      forget();
    }
  }

  @Override
  void open(long now) {}

  @Override
  boolean isOpen() {
    return true;
  }

  @Override
  void restore(long now, QuotaState state) {
    state.windowAgeNanos().ifPresent(age -> start = now - age);
    advance(now);
    recount(now - start, state);
  }

  @Override
  OptionalLong age(long now) {
    return OptionalLong.of(now - start);
  }
}
