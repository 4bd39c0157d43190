package dev.mimokit.core.quota;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a limiter remembers of the recent past, requests and tokens together, and what still fits
 * beside it. Not thread-safe: the limiter's lock guards it. Callers advance it to now before they
 * ask, but for {@link #fits} and {@link #settle}. While nothing is charged, what fits once goes on
 * fitting.
 */
abstract sealed class Window
    permits SlidingLog, AttemptLog, FixedWindow, SubWindows, CounterWindow, BucketWindow {

  /** An empty memory of the kind that the quota names. */
  static Window of(Quota quota, long anchorNanos) {
    return switch (quota.windowKind()) {
      case SLIDING_LOG ->
          quota.counting().countRefused() ? new AttemptLog(quota) : new SlidingLog(quota);
      case CALENDAR -> new CalendarWindow(quota, anchorNanos);
      case FIXED_FROM_FIRST -> new FirstRequestWindow(quota);
      case SLIDING_COUNTER -> new CounterWindow(quota, anchorNanos);
      case TOKEN_BUCKET -> new BucketWindow(quota, anchorNanos);
      case SUB_WINDOWS -> new SubWindows(quota, anchorNanos);
    };
  }

  /** Forgets what has left the window at {@code now}. */
  abstract void advance(long now);

  /** Whether one more request of that many tokens fits now. */
  boolean fits(long now, long tokens) {
    advance(now);
    return requestFits() && tokens <= headroom();
  }

  /** Whether one more request fits now. */
  abstract boolean requestFits();

  /** The most tokens that fit now; negative when more were used than the limit. */
  abstract long headroom();

  /** The instant at which a request will fit; it does not now. */
  abstract long requestFitsAt(long now);

  /** The instant at which that many tokens, at most the limit, will fit; they do not now. */
  abstract long tokensFitAt(long now, long tokens);

  /** Remembers one request, which fits; the ticket finds it again. */
  abstract long charge(long now, long tokens);

  /** Remembers a request that was refused. */
  abstract void refuse(long now);

  /** As {@link #correct} does. */
  void settle(long now, long ticket, long reserved, long used) {
    advance(now);
    correct(now, ticket, reserved, used);
  }

  /** Replaces a charge's tokens; when it has left the window, charges only what exceeds it. */
  abstract void correct(long now, long ticket, long reserved, long used);

  /** Remembers tokens without a request. */
  abstract void add(long now, long tokens);

  /** Whether nothing is remembered. */
  abstract boolean isEmpty();

  /** What is in the window, oldest first. */
  abstract List<Charge> charges(long now);

  /** Sets the whole memory. */
  abstract void restore(long now, QuotaState state);

  /** How long the current window has been open, where windows have edges. */
  abstract OptionalLong age(long now);
}
