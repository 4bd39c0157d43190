package dev.mimokit.server.exchange;

import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.engine.Exchange;
import java.util.Optional;

/**
 * The key of a request: {@code api-key}, or {@code Authorization: Bearer}; both are accepted and
 * the first wins when both are sent. {@code x-api-key}, which Anthropic's clients send, works in
 * the field but is not documented; it counts when neither of the others is there (ASSUMED order).
 */
final class Keys {

  private static final String BEARER = "Bearer ";

  private Keys() {}

  static Optional<ApiKey> of(Exchange exchange) {
    return exchange
        .header("api-key")
        .or(() -> exchange.header("authorization").flatMap(Keys::bearer))
        .or(() -> exchange.header("x-api-key"))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .map(ApiKey::new);
  }

  static Accounts.Found authenticate(Optional<ApiKey> key, Accounts accounts) {
    return key.isPresent() ? accounts.authenticate(key.get()) : new Accounts.Unknown();
  }

  private static Optional<String> bearer(String value) {
    return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(value.substring(BEARER.length()))
        : Optional.empty();
  }
}
