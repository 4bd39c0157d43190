package dev.mimokit.load.agent;

import dev.mimokit.core.retry.Backoff;
import dev.mimokit.core.retry.Jitter;
import dev.mimokit.core.retry.Refusal;
import dev.mimokit.core.retry.RetryAfter;
import dev.mimokit.core.retry.RetryAfterUse;
import dev.mimokit.core.time.WallClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the users of a retry library have to bring themselves, because it knows no HTTP: which
 * failures pass, and how long to wait. A valid Retry-After is obeyed, at least 250 ms and with up
 * to 500 ms of spread; without one the wait doubles from 1 s to 32 s, half of it random.
 */
final class RecommendedWait {

  private static final Backoff BACKOFF =
      new Backoff.Exponential(Duration.ofSeconds(1), 2, Duration.ofSeconds(32), Jitter.EQUAL);
  private static final RetryAfterUse OBEY =
      new RetryAfterUse.Obey(Duration.ofMillis(250), Duration.ofMillis(500));

  private RecommendedWait() {}

  /** Whether another attempt may succeed: 408, 429, 5xx and broken connections. */
  static boolean passes(Throwable error) {
    if (error instanceof HttpRefusal refusal) {
      int status = refusal.status();
      return status == 408 || status == 429 || status >= 500;
    }
    return error instanceof IOException;
  }

  /** How long to wait after {@code attempts} attempts, at least 1, of which the last failed so. */
  static Duration after(int attempts, Throwable error, WallClock clock) {
    Refusal refusal = new Refusal(attempts, 0, false, OptionalLong.empty(), 0, 0, Long.MAX_VALUE);
    long backoffNanos = BACKOFF.delayNanos(refusal, ThreadLocalRandom.current());
    OptionalLong asked = asked(error, clock);
    return Duration.ofNanos(
        asked.isPresent()
            ? OBEY.delayNanos(asked.getAsLong(), backoffNanos, ThreadLocalRandom.current())
            : backoffNanos);
  }

  private static OptionalLong asked(Throwable error, WallClock clock) {
    if (error instanceof HttpRefusal refusal && refusal.retryAfter().isPresent()) {
      Instant now = Instant.ofEpochMilli(clock.epochMillis());
      return RetryAfter.parse(refusal.retryAfter().get(), now);
    }
    return OptionalLong.empty();
  }
}
