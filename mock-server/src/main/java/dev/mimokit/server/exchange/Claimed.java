package dev.mimokit.server.exchange;

import dev.mimokit.core.journal.JournalEvent.Claims;
import dev.mimokit.server.account.Fingerprint;
import dev.mimokit.server.engine.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** What a request says of its own retrying. The platform reads none of it; the journal does. */
final class Claimed {

  private static final int DIGITS = 9;

  private Claimed() {}

  static Claims by(Exchange exchange) {
    OptionalLong retry =
        exchange
            .header("x-stainless-retry-count")
            .map(Claimed::number)
            .orElse(OptionalLong.empty());
    String idempotency =
        exchange
            .header("idempotency-key")
            .filter(key -> !key.isBlank())
            .map(key -> Fingerprint.of(key.getBytes(StandardCharsets.UTF_8)))
            .orElse("");
    return retry.isEmpty() && idempotency.isEmpty() ? Claims.NONE : new Claims(retry, idempotency);
  }

  private static OptionalLong number(String value) {
    boolean whole =
        !value.isEmpty()
            && value.length() <= DIGITS
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
  }
}
