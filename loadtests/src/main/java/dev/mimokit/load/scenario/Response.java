package dev.mimokit.load.scenario;

import dev.mimokit.core.retry.Refusal;
import dev.mimokit.core.retry.RetryAfter;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a client reads from one HTTP answer before it decides.
 *
 * @param status or {@link Refusal#NO_RESPONSE}
 * @param retryAfterNanos the wait the server asked for
 * @param quotaExhausted whether waiting cannot help
 */
record Response(int status, OptionalLong retryAfterNanos, boolean quotaExhausted) {

  /** No answer came. */
  static final Response NONE = new Response(Refusal.NO_RESPONSE, OptionalLong.empty(), false);

  /** Reads status, Retry-After and error body. */
  static Response of(int status, Optional<String> retryAfter, String body, Instant now) {
    OptionalLong wait =
        retryAfter.map(value -> RetryAfter.parse(value, now)).orElse(OptionalLong.empty());
    boolean exhausted =
        status != 200 && (body.contains("quota exhausted") || body.contains("insufficient_quota"));
    return new Response(status, wait, exhausted);
  }
}
