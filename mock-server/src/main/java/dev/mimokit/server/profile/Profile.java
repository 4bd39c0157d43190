package dev.mimokit.server.profile;

import dev.mimokit.core.catalog.Figure;
import dev.mimokit.core.catalog.Limits;
import dev.mimokit.core.catalog.Provenance;
import dev.mimokit.core.pace.ServerLoad;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One reading of what the platform does not document: counting, reservation, concurrency,
 * Retry-After. Limits per minute come from the catalogue unless the profile names its own.
 * Immutable.
 *
 * @param requestsPerMinute empty for the catalogue's figure
 * @param tokensPerMinute empty for the catalogue's figure
 * @param load what many answers at once do to each other; the server's, whatever the account
 */
public record Profile(
    String name,
    StatedCounting counting,
    Stated<OptionalLong> requestsPerMinute,
    Stated<OptionalLong> tokensPerMinute,
    Stated<Integer> concurrency,
    Stated<ConcurrencyScope> concurrencyScope,
    Stated<Reservation> completionReservation,
    Stated<RetryAfterSending> retryAfter,
    Stated<ServerLoad> load) {

  /** The same with another answer to whether Retry-After is sent. */
  public Profile sending(RetryAfterSending sending, String by) {
    return new Profile(
        name,
        counting,
        requestsPerMinute,
        tokensPerMinute,
        concurrency,
        concurrencyScope,
        completionReservation,
        retryAfter.chosen(sending, by),
        load);
  }

  /** The same with the limits that {@code own} names. */
  public Profile limitedBy(QuotaOverride own, String by) {
    return new Profile(
        name,
        counting,
        own.requestsPerMinute().isPresent()
            ? requestsPerMinute.chosen(own.requestsPerMinute(), by)
            : requestsPerMinute,
        own.tokensPerMinute().isPresent()
            ? tokensPerMinute.chosen(own.tokensPerMinute(), by)
            : tokensPerMinute,
        own.concurrency().isPresent()
            ? concurrency.chosen((int) own.concurrency().getAsLong(), by)
            : concurrency,
        concurrencyScope,
        completionReservation,
        retryAfter,
        load);
  }

  /** What one account may use of a model of these limits. A limit no page prints does not bind. */
  public Quota quota(Limits limits) {
    return Quota.perMinute(
        (int) requestsPerMinute(limits).value().orElse(Integer.MAX_VALUE),
        tokensPerMinute(limits).value().orElse(Long.MAX_VALUE),
        isConcurrencyShared() ? Integer.MAX_VALUE : concurrency.value(),
        counting.counting());
  }

  /** Whether all models of an account share the limit of requests in flight. */
  public boolean isConcurrencyShared() {
    return concurrencyScope.value() == ConcurrencyScope.ACCOUNT;
  }

  /** The span that limits per minute are counted over. */
  public Stated<WindowKind> window() {
    return counting.window();
  }

  /** Whether a refused request counts as a request. */
  public Stated<Boolean> countRefused() {
    return counting.countRefused();
  }

  /** Requests a minute and the ground of the figure; empty when none is printed. */
  public Stated<OptionalLong> requestsPerMinute(Limits limits) {
    return perMinute(requestsPerMinute, limits.rpm());
  }

  /** Tokens a minute and the ground of the figure; empty when none is printed. */
  public Stated<OptionalLong> tokensPerMinute(Limits limits) {
    return perMinute(tokensPerMinute, limits.tpm());
  }

  private static Stated<OptionalLong> perMinute(
      Stated<OptionalLong> own, Optional<Figure> printed) {
    if (own.value().isPresent()) {
      return own;
    }
    return printed
        .map(
            figure ->
                new Stated<>(OptionalLong.of(figure.value()), figure.provenance(), figure.source()))
        .orElseGet(
            () -> new Stated<>(OptionalLong.empty(), Provenance.ASSUMED, "no page prints it"));
  }
}
