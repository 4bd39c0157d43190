package dev.mimokit.core.catalog;

import java.util.Optional;

/**
 * What one model may be asked for. RPM and TPM hold per account and model, summed over the keys of
 * the account. A limit that no page prints is empty: the number of concurrent requests is said to
 * be limited but has never been published.
 *
 * @param context prompt and completion together, tokens
 * @param maxOutput thinking and answer together, tokens
 * @param defaultMaxCompletion what {@code max_completion_tokens} is when it is not sent, tokens
 * @param rpm requests a minute
 * @param tpm tokens a minute
 * @param concurrency requests at the same time
 */
public record Limits(
    Figure context,
    Figure maxOutput,
    Figure defaultMaxCompletion,
    Optional<Figure> rpm,
    Optional<Figure> tpm,
    Optional<Figure> concurrency) {

  Limits withContextIn(int kilo) {
    return new Limits(context.readIn(kilo), maxOutput, defaultMaxCompletion, rpm, tpm, concurrency);
  }
}
