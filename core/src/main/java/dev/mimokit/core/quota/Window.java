package dev.mimokit.core.quota;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a limiter remembers of the recent past, requests and tokens together. Not thread-safe: the
 * limiter's monitor guards it. Callers advance it to now before they ask.
 */
abstract sealed class Window permits SlidingLog, CalendarWindow {

  /** Forgets what has left the window at {@code now}. */
  abstract void advance(long now);

  /** Requests in the window. */
  abstract long requests();

  /** Tokens in the window. */
  abstract long tokens();

  /**
   * The instant at which {@code surplus} requests will have left; at least one is in the window.
   */
  abstract long requestsLeaveAt(long surplus);

  /** The instant at which {@code surplus} tokens will have left. */
  abstract long tokensLeaveAt(long surplus);

  /** Remembers one request; the ticket finds it again. */
  abstract long charge(long now, long tokens);

  /** Replaces a charge's tokens; when it has left the window, charges only what exceeds it. */
  abstract void correct(long now, long ticket, long reserved, long used);

  /** What is in the window, oldest first. */
  abstract List<Charge> charges(long now);

  /** Sets the whole memory. */
  abstract void restore(long now, QuotaState state);

  /** How long the current window has been open, where windows have edges. */
  abstract OptionalLong age(long now);
}
