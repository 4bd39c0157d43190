package dev.mimokit.core.quota;

import java.util.OptionalLong;

/*
 *   // window 60 s from the first request, 3 requests; A admitted, R rejected
 *   //   0s      20s                     80s 85s
 *   //           A            AA   R     |   A
 *   //           +-- open 20s..80s ------+   +-- open 85s..145s
 *   //                             +-----+  asked at 70s: wait 10 s, when the open window ends
 *
 * Between windows none is open: the next one begins with the next request, not at an edge.
 */
/**
 * A window that opens with the first request after the one before has ended. One late in a window
 * and all of the next are close together: one less than twice the limit.
 */
final class FirstRequestWindow extends FixedWindow {

  private boolean open;

  FirstRequestWindow(Quota quota) {
    super(quota, 0);
  }

  @Override
  void advance(long now) {
    if (open && now - start >= window) {
      open = false;
      forget();
    }
  }

  @Override
  void open(long now) {
    if (!open) {
      open = true;
      start = now;
    }
  }

  @Override
  boolean isOpen() {
    return open;
  }

  @Override
  void restore(long now, QuotaState state) {
    open = false;
    forget();
    long oldest = state.charges().stream().mapToLong(Charge::ageNanos).max().orElse(window);
    long age = state.windowAgeNanos().orElse(oldest);
    if (age < window) {
      open(now - age);
      recount(age, state);
    }
  }

  @Override
  OptionalLong age(long now) {
    return open ? OptionalLong.of(now - start) : OptionalLong.empty();
  }
}
